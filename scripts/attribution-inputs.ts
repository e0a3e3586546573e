import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseActorNouns } from '../src/extract/actor-nouns.ts';
import type { Extractor } from '../src/extract/extractor.ts';
import { parseLexicalClasses } from '../src/extract/models/lexical-classes.ts';
import type { ModelLexicons } from '../src/extract/models/reading.ts';
import { parseNounKinds } from '../src/extract/noun-kinds.ts';
import { parseReportingLexicon } from '../src/extract/reporting-lexicon.ts';
import { createRuleExtractor } from '../src/extract/rule-extractor.ts';
import { parseRuleReliability } from '../src/extract/rule-reliability.ts';
import { InputError } from '../src/model/input-error.ts';
import { LANGUAGE_MODEL_FILES, readLanguageModels } from '../src/text/language-models.ts';
import type { LanguageModels } from '../src/text/language-models.ts';
import { ATTRIBUTION_CORPORA, OWN_CORPUS } from '../src/train/attribution-corpora.ts';
import { parseAttributionRecord } from '../src/train/attribution-record.ts';
import type { AttributionRecord } from '../src/train/attribution-record.ts';
import type { FilledCorpus } from '../src/train/build-attribution-models.ts';
import { parseOwnArticle } from '../src/train/own-articles.ts';
import { FOLD_RECIPE, readFoldModels, trainFoldFiles } from '../src/train/train-fold-models.ts';

/** The rules and the lists of words that the models are stacked on, as the files of `data/lexicon` have them. */
export function readAttributionSetting(data = 'data'): {
  readonly rules: Extractor;
  readonly lexicons: ModelLexicons;
} {
  const read = (name: string): string => readFileSync(path.join(data, 'lexicon', `${name}.tsv`), 'utf8');
  const reporting = parseReportingLexicon(read('reporting'), 'reporting.tsv');
  const reliability = parseRuleReliability(read('rule-reliability'), 'rule-reliability.tsv');
  const actorNouns = parseActorNouns(['offices', 'group-nouns', 'institution-nouns'].map(read));
  const nounKinds = parseNounKinds(read('noun-kinds'), 'noun-kinds.tsv');
  const classes = parseLexicalClasses(read('lexical-classes'), 'lexical-classes.tsv');
  return {
    rules: createRuleExtractor(reporting, reliability, actorNouns, nounKinds),
    lexicons: { reporting, classes, nounKinds },
  };
}

/** A text file, unpacked when its name ends with `.gz`. */
function readText(file: string): string {
  if (!existsSync(file)) throw new InputError(file, 'no such file');
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function readLines(file: string): readonly string[] {
  return readText(file).split('\n').filter(Boolean);
}

/** The records of a file in the form of `corpora/attribution`. */
export function readRecords(file: string): readonly AttributionRecord[] {
  return readLines(file).map((line, index) => parseAttributionRecord(line, `${file}:${index + 1}`));
}

/** The corpora of the recipe out of a folder with `attribution/*.gold.jsonl.gz`. */
export function readCorpora(folder: string): readonly FilledCorpus[] {
  return ATTRIBUTION_CORPORA.map((corpus) => ({
    corpus,
    records: readRecords(path.join(folder, 'attribution', `${corpus.file}.gold.jsonl.gz`)),
  }));
}

/** The corpora without some of their documents. */
export function leaveOut(
  corpora: readonly FilledCorpus[],
  excluded: ReadonlySet<string>,
): readonly FilledCorpus[] {
  return corpora.map(({ corpus, records }) => ({
    corpus,
    records: records.filter(({ id }) => !excluded.has(id)),
  }));
}

/** A user’s own annotated articles; `articles` is the folder of their texts, by default that of the file. */
export function readOwnArticles(file: string, articles = path.dirname(file)): FilledCorpus {
  const textOf = (id: string): string | undefined => {
    const article = path.join(articles, `${id}.txt`);
    return existsSync(article) ? readFileSync(article, 'utf8') : undefined;
  };
  const records = readLines(file).map((line, index) => parseOwnArticle(line, `${file}:${index + 1}`, textOf));
  return { corpus: OWN_CORPUS, records };
}

/** The language models of a folder. */
export function readLanguageFolder(folder: string): LanguageModels {
  return readLanguageModels((name) => readFileSync(path.join(folder, name)));
}

/** The models of the folds: trained anew, unless the folder `cache` holds them already. */
export function readFolds(
  corpora: string,
  cache: string | undefined,
  report: (message: string) => void,
): readonly LanguageModels[] {
  if (cache !== undefined && existsSync(path.join(cache, '1', LANGUAGE_MODEL_FILES[2]))) {
    return [0, 1].map((fold) => readLanguageFolder(path.join(cache, String(fold))));
  }
  const treebanks = [
    { name: 'UD English EWT, train', licence: 'CC-BY-SA-4.0', file: 'en_ewt-train' },
    { name: 'UD English GUM, open genres, train', licence: 'CC-BY-4.0', file: 'en_gum-open-train' },
  ].map(({ name, licence, file }) => ({
    name,
    licence,
    content: readText(path.join(corpora, 'ud', `${file}.conllu.gz`)),
  }));
  const files = trainFoldFiles(treebanks, FOLD_RECIPE, report);
  if (cache !== undefined) {
    for (const [fold, contents] of files.entries()) {
      mkdirSync(path.join(cache, String(fold)), { recursive: true });
      for (const [name, bytes] of contents) writeFileSync(path.join(cache, String(fold), name), bytes);
    }
  }
  return files.map(readFoldModels);
}
