import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { configure } from '../../src/cli/commands/ask.ts';
import { fakeTerminal } from './fake-terminal.ts';

const GRAPH = 'test/fixtures/graph/example.trig';

async function ask(...parameters: readonly string[]) {
  const terminal = fakeTerminal();
  const command = new Command('ask').exitOverride();
  configure(command, terminal);
  await command.parseAsync([...parameters], { from: 'user' });
  return { err: terminal.err(), out: terminal.out(), code: terminal.exitCode() };
}

describe('demarche ask', () => {
  it.each([
    ['--graph', GRAPH, 'Which issues are there?'],
    ['Which issues are there?', '--graph', GRAPH],
    ['--graph', GRAPH, GRAPH, 'Which', 'issues', 'are', 'there?'],
    ['--graph', GRAPH, '--', 'Which issues are there?'],
  ])('lost a question that stands behind --graph: %s %s %s', async (...parameters) => {
    const plain = await ask('Which issues are there?', '-g', GRAPH);
    expect(plain.err).toContain('demarche query');
    expect(await ask(...parameters)).toEqual(plain);
  });

  it('asks for a question where there is none', async () => {
    await expect(ask('--graph', GRAPH)).rejects.toThrow(/no question; write one in quotation marks/u);
    await expect(ask()).rejects.toThrow(/no question/u);
  });

  it('ended a refusal with the whole library: it names the few questions that come near', async () => {
    const { err, code } = await ask('Who contradicts whom on the moon landing?', '--graph', GRAPH);
    expect(code).toBe(1);
    expect(err.split('\n').length).toBeLessThan(20);
    expect(err).toContain('who-contradicts-whom');
    expect(err).toMatch(/and \d+ more: demarche queries/u);
  });
});
