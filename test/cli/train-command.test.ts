import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure } from '../../src/cli/commands/train.ts';
import { temporaryFolder } from '../export/write-example.ts';
import { fakeTerminal } from './fake-terminal.ts';

const root = temporaryFolder();
const corpora = path.join(root, 'corpora');

async function train(...parameters: string[]): Promise<void> {
  const command = new Command('train').exitOverride();
  configure(command, fakeTerminal());
  await command.parseAsync(['--corpora', corpora, ...parameters], { from: 'user' });
}

/** Sentences of our own in GUM's form: “The old envoy of Peru left. She smiled.” */
const GUM = `# newdoc id = own
1	The	the	DET	DT	_	3	det	_	Entity=(1-person-new-nnnnn-cf1-3-coref
2	old	old	ADJ	JJ	_	3	amod	_	_
3	envoy	envoy	NOUN	NN	_	6	nsubj	_	_
4	of	of	ADP	IN	_	5	case	_	_
5	Peru	Peru	PROPN	NNP	_	3	nmod	_	Entity=(2-place-new-nnnnn-cf2-1-sgl-Peru)1)
6	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-coref)
2	smiled	smile	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_
`;

beforeAll(() => {
  for (const folder of ['ud', 'attribution']) mkdirSync(path.join(corpora, folder), { recursive: true });
  for (const part of ['train', 'dev', 'test']) {
    writeFileSync(path.join(corpora, `ud/en_gum-open-${part}.conllu`), GUM);
  }
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('demarche train', () => {
  it('names the corpus that is missing before any work', async () => {
    await expect(train('--models', path.join(root, 'none'))).rejects.toThrow(
      /en_ewt-train\.conllu\.gz: there is no such file; it should hold UD English EWT, train/u,
    );
    expect(readdirSync(root)).not.toContain('none');
  });

  it('makes the same file of the same corpora, and no other', async () => {
    const [first, second] = [path.join(root, 'first'), path.join(root, 'second')];
    await train('--models', first, '--only', 'antecedents');
    await train('--models', second, '--only', 'antecedents');
    expect(readdirSync(first)).toEqual(['antecedents.tsv']);
    const table = readFileSync(path.join(first, 'antecedents.tsv'), 'utf8');
    expect(table).toContain('UD English GUM, open genres, train (annotations CC BY 4.0)');
    expect(table.split('\n').length).toBeGreaterThan(5);
    expect(readFileSync(path.join(second, 'antecedents.tsv'), 'utf8')).toBe(table);
  });

  it('says which line of one’s own annotations is wrong', async () => {
    for (const part of ['train', 'dev']) writeFileSync(path.join(corpora, `ud/en_ewt-${part}.conllu`), '');
    for (const name of ['gum-open', 'propbank-ewt', 'propbank-masc', 'framenet-ft', 'framenet-lu']) {
      writeFileSync(path.join(corpora, `attribution/${name}.gold.jsonl`), '');
    }
    const own = path.join(root, 'own.jsonl');
    writeFileSync(own, '\n{"id":"a","text":"Lima agreed.","claims":[]}\n{"id":"b","claims":[]}\n');
    await expect(
      train('--models', path.join(root, 'own'), '--only', 'attribution', '--own', own),
    ).rejects.toThrow(`${own}:3: has no "text", and the folder of articles has no text of "b"`);
    writeFileSync(own, '{"id":"a","text":"Lima agreed.","claims":[]}\n');
    await expect(
      train('--models', path.join(root, 'own'), '--only', 'attribution', '--own', own),
    ).rejects.toThrow(`${own}: holds no claim with a "content" to learn from`);
  });

  it.each([
    [['--only', 'language', '--own', 'x.jsonl'], '--own x.jsonl: is of use to the part attribution only'],
    [['--articles', 'texts'], '--articles texts: goes with --own'],
  ])('refuses %j', async (parameters, message) => {
    await expect(train(...parameters)).rejects.toThrow(message);
  });
});
