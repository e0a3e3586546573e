import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../model/input-error.ts';
import { ATTRIBUTION_CORPORA, OWN_CORPUS } from '../../train/attribution-corpora.ts';
import { parseAttributionRecord } from '../../train/attribution-record.ts';
import type { AttributionRecord } from '../../train/attribution-record.ts';
import type { FilledCorpus } from '../../train/build-attribution-models.ts';
import { parseOwnArticle } from '../../train/own-articles.ts';
import { attributionFile } from './training-parts.ts';
import { readPlacedLines } from './corpora-folder.ts';
import type { CorporaFolder } from './corpora-folder.ts';

/** The records of a file in the form of `corpora/attribution`. */
export function readAttributionRecords(file: string): readonly AttributionRecord[] {
  return readPlacedLines(file).map(({ line, where }) => parseAttributionRecord(line, where));
}

/** The corpora of the recipe, without the documents `excluded`. */
export function readAttributionCorpora(
  corpora: CorporaFolder,
  excluded: ReadonlySet<string>,
): readonly FilledCorpus[] {
  return ATTRIBUTION_CORPORA.map((corpus) => ({
    corpus,
    records: readAttributionRecords(corpora.find(attributionFile(corpus))).filter(
      ({ id }) => !excluded.has(id),
    ),
  }));
}

/**
 * A user’s own annotated articles in the claims format; `articles` is the folder of their texts, by default that of
 * the file. An InputError names the line that has a mistake.
 */
export function readOwnArticles(file: string, articles = path.dirname(file)): FilledCorpus {
  const textOf = (id: string): string | undefined => {
    const article = path.join(articles, `${id}.txt`);
    return existsSync(article) ? readFileSync(article, 'utf8') : undefined;
  };
  const records = readPlacedLines(file).map(({ line, where }) => parseOwnArticle(line, where, textOf));
  if (!records.some(({ gold }) => gold.some(({ content }) => content.length > 0))) {
    throw new InputError(file, 'holds no claim with a "content" to learn from');
  }
  return { corpus: OWN_CORPUS, records };
}
