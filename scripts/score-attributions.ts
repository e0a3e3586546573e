/**
 * Scores rules, models and their merge, on clean and on noisy text: `node … --corpora FOLDER [--models FOLDER]
 * [--gum-models FOLDER | --cross-validate NUMBER] [--fold-models FOLDER]`. `--gum-models` are models trained without GUM’s
 * political documents (`demarche train --only attribution --without …`); with `--cross-validate` models are trained here for each
 * of so many parts of these documents, without the documents of the part, and score them. `--fold-models` are the tagger
 * and parser that have not seen them. GUM is left out without either.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  NO_ATTRIBUTIONS,
  addAttributionCounts,
  scoreAttributions,
} from '../src/evaluate/score-attributions.ts';
import type { AttributionCounts, ComparedAttribution } from '../src/evaluate/score-attributions.ts';
import type { Extractor } from '../src/extract/extractor.ts';
import { readAttributionModels } from '../src/extract/models/attribution-models.ts';
import { createMergeExtractor } from '../src/extract/models/merge-extractor.ts';
import { createModelExtractor } from '../src/extract/models/model-extractor.ts';
import { tokensOfSpan } from '../src/extract/models/span-tokens.ts';
import type { AnnotatedText } from '../src/model/annotated-text.ts';
import { InputError } from '../src/model/input-error.ts';
import { hashText } from '../src/learn/hash-features.ts';
import { annotateText } from '../src/text/annotate-text.ts';
import type { LanguageModels } from '../src/text/language-models.ts';
import { cutCue } from '../src/train/attribution-document.ts';
import type { AttributionRecord } from '../src/train/attribution-record.ts';
import { ATTRIBUTION_RECIPE, buildAttributionModels } from '../src/train/build-attribution-models.ts';
import { ROUND_TRIP, addNoise, parseNearSynonyms } from '../src/train/noise.ts';
import { foldOfDocument } from '../src/train/train-fold-models.ts';
import { CorporaFolder } from '../src/cli/train/corpora-folder.ts';
import {
  readAttributionCorpora,
  readAttributionRecords,
  readOwnArticles,
} from '../src/cli/train/read-attributions.ts';
import { readFolds } from '../src/cli/train/read-folds.ts';
import { readAttributionSetting, readLanguageFolder } from './attribution-inputs.ts';

const { values: flags } = parseArgs({
  options: {
    corpora: { type: 'string' },
    models: { type: 'string', default: 'data/models' },
    'gum-models': { type: 'string' },
    'cross-validate': { type: 'string' },
    'fold-models': { type: 'string' },
  },
});
if (flags.corpora === undefined) throw new InputError('score', 'lacks --corpora FOLDER');

const { rules, lexicons } = readAttributionSetting();
const synonyms = parseNearSynonyms(readFileSync('data/lexicon/near-synonyms.tsv', 'utf8'));

type ReadModel = (name: string) => Uint8Array;

function createExtractors(readModel: ReadModel): readonly Extractor[] {
  const models = createModelExtractor(readAttributionModels(readModel), rules, lexicons);
  return [rules, models, createMergeExtractor(rules, models)];
}

function extractorsOf(folder: string): readonly Extractor[] {
  return createExtractors((name) => readFileSync(path.join(folder, name)));
}

interface TestText {
  readonly record: AttributionRecord;
  readonly text: AnnotatedText;
}

type LanguageOf = (record: AttributionRecord) => LanguageModels;

function annotate(records: readonly AttributionRecord[], languageOf: LanguageOf): readonly TestText[] {
  return records.map((record) => {
    const { id, text } = record;
    return {
      record,
      text: annotateText({ id, text, sha256: '', metadata: [], origin: id }, languageOf(record)),
    };
  });
}

function withNoise(record: AttributionRecord, seed: number): AttributionRecord {
  const { text, spanOf } = addNoise(record.text, synonyms, { ...ROUND_TRIP, seed });
  const gold = record.gold.map(({ source, cue, content }) => ({
    source: source.map(spanOf),
    cue: cue.map(spanOf),
    content: content.map(spanOf),
  }));
  return { ...record, text, gold };
}

/** Whether the token is a verb of speech or attitude. */
function isCore(text: AnnotatedText, index: number): boolean {
  const token = text.tokens[index];
  const entry = lexicons.reporting.entries.verb.get((token?.lemma ?? '').toLowerCase());
  return (
    token?.xpos.startsWith('VB') === true &&
    entry !== undefined &&
    (entry.kind === 'speech' || entry.kind === 'attitude')
  );
}

function goldOf({ record, text }: TestText): readonly ComparedAttribution[] {
  return record.gold.map((gold) => {
    const cue = gold.cue.flatMap((span) => {
      const { first, end } = tokensOfSpan(text, span);
      return Array.from({ length: end - first }, (_, step) => first + step);
    });
    const [governor = -1, ...more] = cutCue(text, cue);
    return { ...gold, core: more.length === 0 && isCore(text, governor) };
  });
}

function count(texts: readonly TestText[], extractor: Extractor, topOnly: boolean): AttributionCounts {
  return texts.reduce((sum, test) => {
    const predicted = extractor
      .extract(test.text)
      .filter(({ parent }) => !topOnly || parent === undefined)
      .map((attribution) => ({ ...attribution, core: isCore(test.text, attribution.cueToken) }));
    return addAttributionCounts(sum, scoreAttributions(test.text.text, goldOf(test), predicted));
  }, NO_ATTRIBUTIONS);
}

function figure(right: number, predicted: number, gold: number): string {
  const [precision, recall] = [right / Math.max(1, predicted), right / Math.max(1, gold)];
  const both = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return [precision, recall, both].map((share) => (100 * share).toFixed(1)).join('/');
}

/** Extractors and the documents that they may be scored on. */
interface ScoredPart {
  readonly extractors: readonly Extractor[];
  readonly isScored: (record: AttributionRecord) => boolean;
}

function printScores(
  corpus: string,
  records: readonly AttributionRecord[],
  languageOf: LanguageOf,
  parts: readonly ScoredPart[],
): void {
  const kinds = [
    ['clean', records],
    ['noisy', records.map((record, index) => withNoise(record, index + 1))],
  ] as const;
  for (const [kind, versions] of kinds) {
    const texts = annotate(versions, languageOf);
    for (const [index, name] of ['rules', 'models', 'merge'].entries()) {
      for (const topOnly of [false, true]) {
        const counts = parts
          .flatMap(({ extractors, isScored }) => {
            const extractor = extractors[index];
            const own = texts.filter(({ record }) => isScored(record));
            return extractor === undefined ? [] : [count(own, extractor, topOnly)];
          })
          .reduce(addAttributionCounts, NO_ATTRIBUTIONS);
        const figures = [
          `cue ${figure(counts.cues, counts.predicted, counts.gold)}`,
          `FULL ${figure(counts.full, counts.predicted, counts.gold)}`,
          `AR50 ${figure(counts.half, counts.predicted, counts.gold)}`,
          `core ${figure(counts.core, counts.corePredicted, counts.coreGold)}`,
        ];
        const which = topOnly ? 'outermost' : 'all';
        process.stdout.write(
          `${corpus}, ${kind}, ${name}, ${which}: ${figures.join('  ')}  (gold ${counts.gold}, predicted ${counts.predicted})\n`,
        );
      }
    }
  }
}

const { corpora } = flags;
const folder = new CorporaFolder(corpora);
const withCue = (records: readonly AttributionRecord[]): readonly AttributionRecord[] =>
  records.map((record) => ({ ...record, gold: record.gold.filter(({ cue }) => cue.length > 0) }));

const language = readLanguageFolder(path.join('data', 'models'));
const diplomacy = readOwnArticles(
  path.join(corpora, 'diplomacy-dev', 'gold.jsonl'),
  path.join(corpora, 'diplomacy-dev', 'texts'),
).records;
process.stdout.write('precision/recall/F1; attributions without a cue left out of the gold ones\n');
printScores('diplomacy-dev', withCue(diplomacy), () => language, [
  { extractors: extractorsOf(flags.models), isScored: () => true },
]);

/** Models for each part of the documents, trained without them. */
function crossValidate(
  documents: readonly AttributionRecord[],
  parts: number,
  folds: readonly LanguageModels[],
): readonly ScoredPart[] {
  const partOf = ({ id }: AttributionRecord): number => (hashText(id) >>> 1) % parts;
  return Array.from({ length: parts }, (_, part) => {
    const excluded = new Set(documents.filter((record) => partOf(record) === part).map(({ id }) => id));
    const { files } = buildAttributionModels(
      readAttributionCorpora(folder, excluded),
      {
        language,
        folds,
        rules,
        lexicons,
        report: (message) => process.stderr.write(`${part + 1}: ${message}\n`),
      },
      ATTRIBUTION_RECIPE,
    );
    return {
      extractors: createExtractors((name) => files.get(name) ?? new Uint8Array(0)),
      isScored: (record) => partOf(record) === part,
    };
  });
}

const parts = Number(flags['cross-validate'] ?? 0);
if (!Number.isInteger(parts) || parts < 0 || parts === 1) {
  throw new InputError('--cross-validate', 'is not a whole number from 2 on');
}
if (flags['gum-models'] !== undefined || parts > 0) {
  const folds = readFolds(folder, flags['fold-models'], () => undefined);
  const political = withCue(
    readAttributionRecords(path.join(corpora, 'gum-attribution', 'gum-political.train.jsonl.gz')),
  );
  const unseen = ({ id }: AttributionRecord): LanguageModels => folds[foldOfDocument(id)] ?? language;
  const scored =
    flags['gum-models'] === undefined
      ? crossValidate(political, parts, folds)
      : [{ extractors: extractorsOf(flags['gum-models']), isScored: () => true }];
  printScores('GUM political', political, unseen, scored);
  const news = political.filter(({ id }) => id.startsWith('GUM_news'));
  printScores('GUM political news', news, unseen, scored);
}
