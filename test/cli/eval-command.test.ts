import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { fakeTerminal } from './fake-terminal.ts';
import type { FakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'eval-'));
const GOLD = 'test/fixtures/evaluate/gold.jsonl';
const PREDICTED = 'test/fixtures/evaluate/predicted.jsonl';

const CONLLU = `# text = Mali agreed.
1\tMali\tMali\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tagreed\tagree\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

`;
const TEXT = 'Togo’s minister said on Monday that the border with Benin will stay closed until the spring.';
const at = (words: string): { readonly start: number; readonly end: number } => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
});
const ATTRIBUTION = {
  source: [at('Togo’s minister')],
  cue: [at('said')],
  content: [at('the border with Benin will stay closed until the spring')],
};

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

async function run(...parameters: string[]): Promise<FakeTerminal> {
  const terminal = fakeTerminal(140);
  await main(['eval', ...parameters], terminal);
  return terminal;
}

describe('demarche eval', () => {
  it('scores a file of predictions, and compares two', async () => {
    const { out, err } = await run(GOLD, '--predictions', PREDICTED, GOLD, '--by', 'kind,cue', '--errors');
    expect(err()).toBe('');
    expect(out()).toMatch(/claim with holder\s+45\.0\s+40\.9\s+42\.9\s+9\s+22\s+20/u);
    expect(out()).toMatch(/^kind\s+gold/mu);
    expect(out()).toMatch(/^cue\s+gold/mu);
    expect(out()).toMatch(/claim with holder\s+42\.9\s+100\.0\s+-57\.1/u);
    expect(out()).toMatch(/^MISSED d\d/mu);
    expect(out()).toMatch(/^ {2}sentence: \S/mu);
  });

  it('prints everything as JSON', async () => {
    const { out } = await run(GOLD, '-p', PREDICTED, '--by', 'outlet', '--json');
    expect(JSON.parse(out())).toMatchObject({
      evaluations: [
        {
          name: PREDICTED,
          claims: { right: 9, gold: 22, predicted: 20 },
          documents: [{ id: 'd0' }, {}, {}, {}],
          groups: [{ by: 'outlet', groups: [{ group: '(unknown)', gold: 22 }] }],
        },
      ],
      comparisons: [],
      treebanks: [],
    });
  });

  it('scores tagger and parser on packed CoNLL-U', async () => {
    const file = write('mali.conllu.gz', gzipSync(CONLLU));
    const { out } = await run(file);
    expect(out()).toContain('1 sentences, 3 words');
    expect(out()).toMatch(/^UPOS\s+100\.00\s+3\s+3$/mu);
    expect(out()).toMatch(/^LAS\s+100\.00\s+2\s+2$/mu);
  });

  it('scores extractors on attributions without holders, clean and noisy, against the first', async () => {
    const line = JSON.stringify({ id: 'togo', text: TEXT, gold: [ATTRIBUTION] });
    const file = write('togo.jsonl.gz', gzipSync(`${line}\n`));
    const { out } = await run(file, '--extractor', 'rules,merge', '--noise', 'names,quotes', '--json');
    const report: unknown = JSON.parse(out());
    expect(report).toMatchObject({
      evaluations: [
        { name: 'rules', isBare: true, attributions: { right: 1, gold: 1, predicted: 1 } },
        { name: 'rules, noisy names and quotes' },
        { name: 'merge', attributions: { right: 1 } },
        { name: 'merge, noisy names and quotes' },
      ],
      comparisons: [{ first: 'rules' }, { first: 'rules', second: 'merge' }, {}],
    });
  });

  it('reads the texts that lie beside gold', async () => {
    write('beside/texts/togo.txt', TEXT);
    const claim = { ...ATTRIBUTION, holder: 'Togo', speaker: 'article' };
    const gold = write('beside/gold.jsonl', JSON.stringify({ id: 'togo', claims: [claim] }));
    const { out } = await run(gold, '--extractor', 'rules');
    expect(out()).toMatch(/^attribution\s+100\.0\s+100\.0/mu);
  });

  it.each([
    [['nothing.jsonl'], 'nothing.jsonl: there is no such file'],
    [['README.md'], 'README.md:1: is no JSON'],
    [[write('no.jsonl.gz', 'plain')], 'no.jsonl.gz: is damaged or no gzip file'],
    [[write('bad.conllu', '1\tMali\n')], 'bad.conllu:1: has 2 columns; CoNLL-U has 10'],
    [[write('empty.conllu', '\n')], 'empty.conllu: holds no sentences'],
    [[write('empty.jsonl', '\n')], 'empty.jsonl: holds no gold articles'],
    [
      [write('bare.jsonl', '{"id": "x", "claims": []}')],
      'no texts: give those of the gold articles with --texts',
    ],
    [[GOLD, GOLD], 'gold.jsonl:1: the article "d0" is there already: test/fixtures/evaluate/gold.jsonl:1'],
    [[GOLD, '-p', PREDICTED, '--noise', 'names'], '--noise: goes with --extractor'],
    [['x.conllu', '--noise', 'names'], 'x.conllu: treebanks have no claims for --predictions'],
    [
      [write('outside.jsonl', '{"id": "x", "text": "Mali left.", "claims": [{"cue": [[5, 99]]}]}')],
      'outside.jsonl:1: claim 1: the span 5–99 lies outside the text of "x", which has 10 characters',
    ],
  ])('refuses %j', async (parameters, message) => {
    const { err, exitCode } = await run(...parameters);
    expect(err()).toContain(message);
    expect(exitCode()).toBe(1);
  });

  it('warns of gold that was made for another text', async () => {
    const line = { id: 'x', sha256: 'f00d', text: 'Mali left.', gold: [{ cue: [[5, 99]] }] };
    const { err } = await run(write('other.jsonl', JSON.stringify(line)), '--extractor', 'rules');
    expect(err()).toContain('other.jsonl:1: the text of "x" is another one (SHA-256 differs)');
  });
});
