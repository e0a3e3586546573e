import { cpSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/command.ts';
import { main } from '../../src/cli/main.ts';
import { fakeTerminal } from './fake-terminal.ts';
import type { FakeTerminal } from './fake-terminal.ts';

/** What needs the network, corpora or standard input, or is not of this program. */
const NOT_RUN = /--online|--allow-service|^demarche train|--models|^curl|^cat|\| /u;

const NESTED: readonly (readonly string[])[] = [
  ...['dataset', 'dna', 'figures', 'network', 'metadata'].map((name) => ['export', name]),
  ...['check', 'test'].map((name) => ['issues', name]),
];

async function run(parameters: readonly string[]): Promise<FakeTerminal> {
  const terminal = fakeTerminal();
  await main(parameters, terminal);
  return terminal;
}

/** The words of a command as a shell takes them. */
function splitWords(command: string): readonly string[] {
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/gu) ?? [];
  return words.map((word) => word.replaceAll(/'([^']*)'|"([^"]*)"/gu, '$1$2'));
}

const helps = new Map<string, string>();
for (const names of [...COMMANDS.map(({ name }) => [name]), ...NESTED])
  helps.set(names.join(' '), (await run([...names, '--help'])).out());

const examples = [
  ...new Set(
    [...helps.values()].flatMap((help) =>
      (help.split('\nExamples:\n')[1] ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.startsWith('demarche ')),
    ),
  ),
];

/** A shell's `> file`. */
const REDIRECTION = / > (\S+)$/u;

async function runExample(example: string): Promise<FakeTerminal> {
  const target = REDIRECTION.exec(example)?.[1];
  // As a shell would: the only file that fits.
  const expanded = example.replace('data/issues/*.ttl', 'data/issues/ukraine-war.ttl');
  const [, ...words] = splitWords(expanded.replace(REDIRECTION, ''));
  const terminal = await run(words);
  if (target !== undefined) writeFileSync(target, terminal.out());
  return terminal;
}

const TEXT = `Hegseth rules out NATO seat for Kyiv
13 February 2025

The United States rejects NATO membership for Ukraine, Defense Secretary Pete Hegseth said on Wednesday.
“Ukraine should become a member of NATO,” Ukrainian President Volodymyr Zelenskyy said. Ukraine supports membership of
NATO, its foreign minister said.
`;
const TREEBANK =
  '1\tMali\tMali\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n2\tagreed\tagree\tVERB\tVBD\t_\t0\troot\t_\t_\n\n';
const home = process.cwd();
let folder = '';

/** The files that the examples name, as a user may have them. */
function makeFiles(): void {
  folder = mkdtempSync(path.join(tmpdir(), 'demarche-examples-'));
  mkdirSync(path.join(folder, 'articles'));
  writeFileSync(path.join(folder, 'articles/one.txt'), TEXT);
  cpSync(path.join(home, 'data/issues'), path.join(folder, 'data/issues'), { recursive: true });
  for (const name of ['my-issues', 'north'])
    copyFileSync(path.join(home, 'data/issues/ukraine-war.ttl'), path.join(folder, `${name}.ttl`));
  const issue = 'dip:Issue ; skos:prefLabel "Lake" ; dip:proposition "Chad closes the border to Sudan" .';
  const prefixes =
    'PREFIX dip: <https://w3id.org/demarche/ontology#>\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n';
  writeFileSync(path.join(folder, 'south.ttl'), `${prefixes}<https://a.example/lake> a ${issue}`);
  mkdirSync(path.join(folder, 'corpus'));
  writeFileSync(
    path.join(folder, 'corpus/page.html'),
    `<article><h1>Envoy leaves</h1>${`<p>${TEXT}</p>`.repeat(3)}</article>`,
  );
  writeFileSync(path.join(folder, 'article.txt'), TEXT);
  for (const name of ['more', 'corpus'])
    writeFileSync(path.join(folder, `${name}.jsonl`), `${JSON.stringify({ id: name, text: TEXT })}\n`);
  for (const name of ['north', 'south', 'old', 'new'])
    copyFileSync(path.join(home, 'test/fixtures/graph/example.trig'), path.join(folder, `${name}.trig`));
  const [gold, predicted] = ['gold', 'predicted'].map((name) =>
    readFileSync(path.join(home, `test/fixtures/evaluate/${name}.jsonl`), 'utf8'),
  );
  const attributions = `${JSON.stringify({ id: 'a', text: TEXT, gold: [] })}\n`;
  for (const [name, content = ''] of [
    ['gold.jsonl', gold],
    ['2023.jsonl', attributions],
    ['2024.jsonl', attributions.replace('"a"', '"b"')],
    ['old.jsonl', predicted],
    ['new.jsonl', gold],
    ['attributions.jsonl.gz', gzipSync(attributions)],
    ['en_ewt-test.conllu.gz', gzipSync(TREEBANK)],
  ] as const)
    writeFileSync(path.join(folder, name), content);
}

beforeAll(async () => {
  makeFiles();
  process.chdir(folder);
  await run(['build', 'articles', '-o', 'graph.trig']);
  copyFileSync('graph.trig', 'graph.trig.kept');
  await run(['export', 'dna', '-o', 'coded.dna', '--graph', 'graph.trig']);
  await run(['export', 'metadata', '-o', 'dataset.yaml']);
  for (const name of ['dataset', 'v1', 'v2'])
    await run(['export', 'dataset', '-o', `${name}.zip`, '--graph', 'graph.trig', '--no-text']);
});
beforeEach(() => {
  // Some examples build it anew.
  copyFileSync('graph.trig.kept', 'graph.trig');
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

describe('an example of --help', () => {
  it.each(examples.filter((example) => !NOT_RUN.test(example)))('can be copied: %s', async (example) => {
    const terminal = await runExample(example);
    expect(terminal.err()).not.toMatch(/internal error|unknown option|invalid/u);
    expect({ code: terminal.exitCode(), said: terminal.err() }).toEqual({ code: 0, said: terminal.err() });
  });
});

describe('--help', () => {
  it.each([...helps])(
    'of %s fits eighty columns but for examples, and names no path of this machine',
    (_, help) => {
      const long = help.split('\n').filter((line) => line.length > 80 && !line.startsWith('  demarche '));
      expect(long).toEqual([]);
      expect(help).not.toContain(home);
    },
  );

  it.each([
    [['help', 'nonsense'], "unknown command 'nonsense'"],
    [['help', 'buidl'], 'Did you mean build?'],
    [['issues', 'chek'], 'Did you mean check?'],
    [['export', 'netwrk'], 'Did you mean network?'],
    [['query', '--grph', 'x'], 'Did you mean --graph?'],
  ])('of what is misspelt tells the nearest: %j', async (parameters, hint) => {
    const terminal = await run(parameters);
    expect(terminal.err()).toContain(hint);
    expect(terminal.exitCode()).toBe(1);
  });

  it('of a command below another is that of its own', async () => {
    expect((await run(['help', 'export', 'network'])).out()).toContain('Usage: demarche export network');
  });
});
