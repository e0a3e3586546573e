/**
 * Trains the cue tagger and the argument labeller: `node … --corpora FOLDER [--models FOLDER]
 * [--own FILE.jsonl --articles FOLDER] [--without FILE.jsonl.gz] [--fold-models FOLDER]`. The folder of corpora needs
 * `attribution/*.gold.jsonl.gz` and `ud/*-train.conllu.gz`; `--without` names documents to leave out, `--fold-models`
 * keeps the models of the folds for the next time.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { InputError } from '../src/model/input-error.ts';
import { ATTRIBUTION_RECIPE, buildAttributionModels } from '../src/train/build-attribution-models.ts';
import {
  leaveOut,
  readAttributionSetting,
  readCorpora,
  readFolds,
  readLanguageFolder,
  readOwnArticles,
  readRecords,
} from './attribution-inputs.ts';

const { values: flags } = parseArgs({
  options: {
    corpora: { type: 'string' },
    models: { type: 'string', default: 'data/models' },
    own: { type: 'string' },
    articles: { type: 'string' },
    without: { type: 'string' },
    'fold-models': { type: 'string' },
  },
});
if (flags.corpora === undefined) throw new InputError('train', 'lacks --corpora FOLDER');

const report = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

const excluded = new Set(flags.without === undefined ? [] : readRecords(flags.without).map(({ id }) => id));
const { files, reliability } = buildAttributionModels(
  [
    ...leaveOut(readCorpora(flags.corpora), excluded),
    ...(flags.own === undefined ? [] : [readOwnArticles(flags.own, flags.articles)]),
  ],
  {
    language: readLanguageFolder(
      existsSync(path.join(flags.models, 'tagger.model')) ? flags.models : path.join('data', 'models'),
    ),
    folds: readFolds(flags.corpora, flags['fold-models'], report),
    ...readAttributionSetting(),
    report,
  },
  ATTRIBUTION_RECIPE,
);
report('confidence on texts held out: stated, found, count');
for (const { stated, found, count } of reliability) {
  report(`${stated.toFixed(2)}\t${found.toFixed(2)}\t${count}`);
}
mkdirSync(flags.models, { recursive: true });
for (const [name, bytes] of files) {
  writeFileSync(path.join(flags.models, name), bytes);
  report(`${name}: ${bytes.length} bytes`);
}
