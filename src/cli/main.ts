import { Command, CommanderError } from 'commander';
import { packageVersion } from '../io/package-files.ts';
import { InputError } from '../model/input-error.ts';
import { COMMANDS } from './command.ts';
import { processTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';

async function createProgram(called: string | undefined, terminal: Terminal): Promise<Command> {
  const program = new Command('demarche')
    .description('Who takes which position, on what, according to whom.')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(--help tells what is allowed)')
    .addHelpText(
      'after',
      `
Examples:
  demarche build articles/ -o graph.trig        read articles, write their claim graph
  demarche query who-rejects --graph graph.trig --param issue=ukraine-nato-membership
  demarche queries                              list the questions that the library answers

Exit codes: 0 done, 1 something in the input to be mended, 2 a bug of ours.`,
    );
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).description(entry.summary).exitOverride();
    if (entry.name === called) (await entry.load()).configure(command, terminal);
  }
  return program;
}

/** Runs the command line; sets the process's exit code and never throws. */
export async function main(
  parameters: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<void> {
  const called = parameters.find((parameter) => !parameter.startsWith('-'));
  const asked = called === 'help' ? parameters[parameters.indexOf('help') + 1] : called;
  try {
    const program = await createProgram(asked, terminal);
    if (parameters.length === 0) program.outputHelp();
    else await program.parseAsync([...parameters], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      terminal.exitWith(error.exitCode === 0 ? 0 : 1);
    } else if (error instanceof InputError) {
      terminal.report(`demarche: ${error.message}`);
      terminal.exitWith(1);
    } else {
      terminal.report(
        `demarche: internal error, please report it\n${error instanceof Error ? error.stack : String(error)}`,
      );
      terminal.exitWith(2);
    }
  }
}
