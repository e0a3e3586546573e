import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/command.ts';
import { fakeTerminal } from './fake-terminal.ts';

/** A command and those below it, each with its help as printed. */
function helpTexts(command: Command, name: string): readonly (readonly [string, string])[] {
  let help = '';
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  return [
    [name, help] as const,
    ...command.commands.flatMap((child) => helpTexts(child, `${name} ${child.name()}`)),
  ];
}

const commands = await Promise.all(
  COMMANDS.map(async ({ name, load }) => {
    const command = new Command(name);
    (await load()).configure(command, fakeTerminal());
    return command;
  }),
);

describe('--help', () => {
  it.each(commands.flatMap((command) => helpTexts(command, command.name())))(
    'of %s has an example',
    (name, help) => {
      const [, examples = ''] = help.split('Examples:\n');
      expect(examples).toContain(`demarche ${name}`);
      expect(help).not.toContain('default: [');
    },
  );
});
