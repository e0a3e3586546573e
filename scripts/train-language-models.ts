import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { LANGUAGE_RECIPE, trainLanguageModels } from '../src/train/train-language-models.ts';

/** Trains tagger, parser and lemmas: `node … CORPORA_FOLDER [MODEL_FOLDER]`; needs CORPORA_FOLDER/ud/*.conllu.gz. */
const [, , corpora, models = 'data/models'] = process.argv;
if (corpora === undefined) throw new Error('usage: train-language-models CORPORA_FOLDER [MODEL_FOLDER]');

function readTreebank(folder: string, file: string): string {
  return gunzipSync(readFileSync(path.join(folder, 'ud', file))).toString('utf8');
}

const treebanks = [
  {
    name: 'UD English EWT, train',
    licence: 'CC-BY-SA-4.0',
    content: readTreebank(corpora, 'en_ewt-train.conllu.gz'),
  },
  {
    name: 'UD English GUM (open genres), train',
    licence: 'CC-BY-4.0',
    content: readTreebank(corpora, 'en_gum-open-train.conllu.gz'),
  },
];
const files = trainLanguageModels(treebanks, LANGUAGE_RECIPE, (message) => {
  process.stdout.write(`${message}\n`);
});
mkdirSync(models, { recursive: true });
for (const [name, bytes] of files) {
  writeFileSync(path.join(models, name), bytes);
  process.stdout.write(`${name}: ${bytes.length} bytes\n`);
}
