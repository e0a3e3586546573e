import { Command, CommanderError, Help } from 'commander';
import { packageVersion } from '../io/package-files.ts';
import { InputError } from '../model/input-error.ts';
import { COMMANDS } from './command.ts';
import { processTerminal } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { wrapHelp } from './wrap-help.ts';

/** Help is as wide as the terminal; in a pipe it fits most. */
const HELP_WIDTH = 80;

async function createProgram(called: string | undefined, terminal: Terminal): Promise<Command> {
  const program = new Command('demarche')
    .description('Who takes which position, on what, according to whom.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.write(wrapHelp(text, terminal.columns ?? HELP_WIDTH));
      },
      writeErr: (text) => {
        terminal.report(text.replace(/\n$/u, ''));
      },
      getOutHelpWidth: () => terminal.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => terminal.columns ?? HELP_WIDTH,
    })
    .configureHelp({
      optionDescription: (option) =>
        `${Help.prototype.optionDescription(option)}${option.mandatory ? ' (required)' : ''}`,
    })
    .showHelpAfterError('(--help tells what is allowed)')
    .addHelpText(
      'after',
      `
Examples:
  demarche build articles/ -o graph.trig
  demarche query who-rejects -g graph.trig -p issue=ukraine-nato-membership
  demarche ask "Which actors reject NATO membership?" --graph graph.trig

Exit codes: 0 done, 1 something in the input to be mended, 2 a bug of ours.`,
    );
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).description(entry.summary).exitOverride();
    if (entry.name === called) (await entry.load()).configure(command, terminal);
  }
  return program;
}

/** `help export network` is `export network --help`; what is no command is told as it is elsewhere. */
function settleHelp(parameters: readonly string[]): readonly string[] {
  const [first, asked] = parameters;
  if (first !== 'help' || asked === undefined || asked.startsWith('-')) return parameters;
  return COMMANDS.some(({ name }) => name === asked) ? [...parameters.slice(1), '--help'] : [asked];
}

/** Runs the command line; sets the process's exit code and never throws. */
export async function main(given: readonly string[], terminal: Terminal = processTerminal()): Promise<void> {
  const parameters = settleHelp(given);
  const called = parameters.find((parameter) => !parameter.startsWith('-'));
  try {
    const program = await createProgram(called, terminal);
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
