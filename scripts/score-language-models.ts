import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { scoreTrees } from '../src/evaluate/score-trees.ts';
import type { TreeScore } from '../src/evaluate/score-trees.ts';
import { readLanguageModels } from '../src/text/language-models.ts';
import { normaliseForm } from '../src/text/normalise-form.ts';
import { readGivenWords } from '../src/text/read-given-words.ts';
import { parseConllu } from '../src/train/parse-conllu.ts';
import type { TreebankSentence } from '../src/train/parse-conllu.ts';

/** Scores tagger, parser and lemmas on the test parts: `node … CORPORA_FOLDER [MODEL_FOLDER]`. */
const [, , corpora, folder = 'data/models'] = process.argv;
if (corpora === undefined) throw new Error('usage: score-language-models CORPORA_FOLDER [MODEL_FOLDER]');

function readTreebank(from: string, name: string): readonly TreebankSentence[] {
  const file = path.join(from, 'ud', `${name}.conllu.gz`);
  return parseConllu(file, gunzipSync(readFileSync(file)).toString('utf8'));
}

const beforeLoading = performance.now();
const models = readLanguageModels((file) => readFileSync(path.join(folder, file)));
process.stdout.write(`models loaded in ${Math.round(performance.now() - beforeLoading)} ms\n`);

function score(sentences: readonly TreebankSentence[]): TreeScore {
  const golds = sentences.map((sentence) => ({ ...sentence, lemmas: sentence.lemmas.map(normaliseForm) }));
  return scoreTrees(golds, (forms) => readGivenWords(forms, models));
}

const gumTest = readTreebank(corpora, 'en_gum-open-test');
const testParts = new Map([
  ['UD EWT test', readTreebank(corpora, 'en_ewt-test')],
  ['GUM open test', gumTest],
  ['GUM open news test', gumTest.filter(({ id }) => id.startsWith('GUM_news'))],
]);
for (const [name, sentences] of testParts) {
  process.stdout.write(`${name}: ${JSON.stringify(score(sentences))}\n`);
}

const [, speedTest = []] = [...testParts][0] ?? [];
for (let round = 1; round <= 3; round += 1) {
  const start = performance.now();
  const { words } = score(speedTest);
  process.stdout.write(
    `round ${round}: ${Math.round((1000 * words) / (performance.now() - start))} tokens/s\n`,
  );
}
