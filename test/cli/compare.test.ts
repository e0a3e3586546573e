import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandModule } from '../../src/cli/command.ts';
import { configure as diff } from '../../src/cli/commands/diff.ts';
import { configure as merge } from '../../src/cli/commands/merge.ts';
import { configure as verify } from '../../src/cli/commands/verify.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { serialise } from '../../src/rdf/serialise.ts';
import { temporaryFolder, writeExampleDataset } from '../export/write-example.ts';
import { EXAMPLE_RESULTS } from '../fixtures/graph/example-results.ts';
import { fakeTerminal } from './fake-terminal.ts';

const GRAPH = 'test/fixtures/graph/example.trig';
const root = temporaryFolder();
const place = (name: string): string => path.join(root, name);

async function run(configure: CommandModule['configure'], ...parameters: readonly string[]) {
  const terminal = fakeTerminal();
  const command = new Command('test').exitOverride();
  configure(command, terminal);
  await command.parseAsync([...parameters], { from: 'user' });
  return terminal;
}

beforeAll(async () => {
  await writeExampleDataset(place('bare'), { quoteLimit: 0, rdf11: false, nanopublications: false });
  mkdirSync(place('articles'));
  for (const { text } of EXAMPLE_RESULTS) writeFileSync(place(`articles/${text.article.id}.txt`), text.text);
  const changed = readFileSync(GRAPH, 'utf8').replace(
    'dip:certainty dip:possible',
    'dip:certainty dip:certain',
  );
  writeFileSync(place('changed.trig'), changed);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('demarche verify', () => {
  it('verifies every quotation of a dataset without texts for whoever holds the articles', async () => {
    const terminal = await run(verify, place('bare'), '--articles', place('articles'));
    expect(terminal.err()).toContain('13 quotations: 13 verified, 0 differ, 0 without their article');
    expect(terminal.exitCode()).toBe(0);
  });

  it('tells which text differs and which article is missing', async () => {
    mkdirSync(place('others'));
    const kosovo = readFileSync(place('articles/kosovo-1.txt'), 'utf8');
    writeFileSync(place('others/kosovo-1.txt'), kosovo.replace('any seat', 'some seat'));
    const terminal = await run(verify, place('bare'), '--articles', place('others'));
    expect(terminal.err()).toMatch(/13 quotations: 0 verified, 3 differ, 10 without/u);
    expect(terminal.out()).toMatch(/^text differs\tkosovo-1\t\d+-\d+\thttps:/mu);
    expect(terminal.exitCode()).toBe(1);
  });
});

describe('demarche verify --problems', () => {
  it('has lines only for what is not verified, and names the articles that are missing', async () => {
    const whole = await run(verify, place('bare'), '--articles', place('articles'), '--problems');
    expect(whole.out()).toBe('');
    mkdirSync(place('some'));
    writeFileSync(place('some/kosovo-1.txt'), readFileSync(place('articles/kosovo-1.txt'), 'utf8'));
    const some = await run(verify, place('bare'), '--articles', place('some'), '--problems');
    expect(some.out()).not.toMatch(/^verified/mu);
    expect(some.out()).toMatch(/^article missing\t/mu);
    expect(some.err()).toMatch(/^articles that are missing: \w+-\d/mu);
  });
});

describe('a damaged dataset', () => {
  it('is named by file and line', async () => {
    await writeExampleDataset(place('damaged'), { rdf11: false, nanopublications: false });
    const file = place('damaged/jsonl/evidence.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('\n{', '\n{{'));
    await expect(run(verify, place('damaged'), '--articles', place('articles'))).rejects.toThrow(
      /jsonl\/evidence\.jsonl:2: is no JSON; the dataset is damaged/u,
    );
    writeFileSync(place('damaged.zip'), 'PK no zip');
    await expect(run(verify, place('damaged.zip'), '--articles', place('articles'))).rejects.toThrow(
      /damaged\.zip: is no zip file, or a damaged one/u,
    );
  });
});

describe('demarche diff', () => {
  it('finds nothing between a graph and the dataset made of it', async () => {
    await writeExampleDataset(place('whole'), { rdf11: false, nanopublications: false });
    expect((await run(diff, GRAPH, place('whole'))).out()).toBe('');
  });

  it('finds the same whether a graph is in parts, in one piece, or has other names', async () => {
    const parsed = parseTurtleFamily(readFileSync(place('changed.trig'), 'utf8'), {
      format: 'trig',
      where: 'changed.trig',
    });
    writeFileSync(place('changed.nq'), serialise(parsed, 'nquads'));
    writeFileSync(place('changed.ttl'), serialise(parsed, 'turtle'));
    const expected = (await run(diff, GRAPH, place('changed.trig'))).out();
    expect((await run(diff, GRAPH, place('changed.nq'))).out()).toBe(expected);
    expect((await run(diff, GRAPH, place('changed.ttl'))).out()).toBe(expected);
    expect((await run(diff, place('changed.ttl'), place('changed.nq'))).out()).toBe('');
  });

  it('does not take words for changed that one dataset withholds', async () => {
    const terminal = await run(diff, GRAPH, place('bare'));
    expect(terminal.out()).toBe('');
    const changed = await run(diff, place('changed.trig'), place('bare'));
    expect(changed.out()).toMatch(/certainty: dip:certain → dip:possible\n$/u);
  });

  it('names the claim and the field that changed', async () => {
    const terminal = await run(diff, GRAPH, place('changed.trig'));
    expect(terminal.out()).toMatch(
      /^~ claim claim:\S+ {2}Sudan may agree to the filling of the dam\n {4}certainty: dip:possible → dip:certain\n$/u,
    );
    expect(terminal.err()).toContain('claims: 0 added, 0 removed, 1 changed');
    const csv = (await run(diff, GRAPH, place('changed.trig'), '--format', 'csv')).out();
    expect(csv).toMatch(/\r\nchanged,claim,https:\S+,certainty,dip:possible,dip:certain,/u);
    const json = JSON.parse((await run(diff, GRAPH, place('changed.trig'), '--format', 'json')).out());
    expect(json).toHaveLength(1);
  });
});

describe('demarche merge', () => {
  it('gives the same graph in whatever order, and keeps and lists what disagrees', async () => {
    const one = await run(merge, GRAPH, place('changed.trig'), '-o', place('one.trig'));
    await run(merge, place('changed.trig'), GRAPH, GRAPH, '-o', place('two.trig'));
    expect(readFileSync(place('two.trig'), 'utf8')).toBe(readFileSync(place('one.trig'), 'utf8'));
    expect(one.out()).toMatch(/^claim:\S+\tdip:certainty\t<\S+#certain> \| <\S+#possible>\n$/u);
    await run(merge, place('one.trig'), '-o', place('three.trig'));
    expect(readFileSync(place('three.trig'), 'utf8')).toBe(readFileSync(place('one.trig'), 'utf8'));
  });

  it('gives the same graph from N-Quads, and lists the same conflicts', async () => {
    const parsed = parseTurtleFamily(readFileSync(GRAPH, 'utf8'), { format: 'trig', where: GRAPH });
    writeFileSync(place('plain.nq'), serialise(parsed, 'nquads'));
    const lines = await run(merge, place('plain.nq'), place('changed.trig'), '-o', place('four.trig'));
    expect(readFileSync(place('four.trig'), 'utf8')).toBe(readFileSync(place('one.trig'), 'utf8'));
    expect(lines.out()).toMatch(/^claim:\S+\tdip:certainty\t<\S+#certain> \| <\S+#possible>\n$/u);
    await run(merge, place('one.trig'), '-o', place('five.nq'));
    await run(merge, place('five.nq'), '-o', place('six.trig'));
    expect(readFileSync(place('six.trig'), 'utf8')).toBe(readFileSync(place('one.trig'), 'utf8'));
  });
});
