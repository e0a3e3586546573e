import { createHash } from 'node:crypto';
import { moveSpans } from '../../evaluate/claim-document.ts';
import type { ClaimDocument } from '../../evaluate/claim-document.ts';
import type { Article } from '../../model/article.ts';
import { ROUND_TRIP, addNoise } from '../../train/noise.ts';
import type { NearSynonyms, NoiseOptions } from '../../train/noise.ts';
import type { Gold } from './read-gold.ts';

/** What may be made noisy: names respelt, words replaced, quotation marks lost or moved. */
export const NOISES = ['names', 'words', 'quotes'] as const;
export type Noise = (typeof NOISES)[number];

function noiseOptions(noises: readonly Noise[], seed: number): NoiseOptions {
  return {
    names: noises.includes('names') ? ROUND_TRIP.names : 0,
    words: noises.includes('words') ? ROUND_TRIP.words : 0,
    marks: noises.includes('quotes') ? ROUND_TRIP.marks : 0,
    seed,
  };
}

/** Gold with noisy texts, its spans moved to where their words have gone. Documents without a text are left out. */
export function addNoiseToGold(gold: Gold, noises: readonly Noise[], synonyms: NearSynonyms): Gold {
  const documents: ClaimDocument[] = [];
  const articles = new Map<string, Article>();
  for (const [index, document] of gold.documents.entries()) {
    const article = gold.articles.get(document.id);
    if (article === undefined) continue;
    const { text, spanOf } = addNoise(article.text, synonyms, noiseOptions(noises, index + 1));
    const { title: _, ...rest } = article;
    documents.push(moveSpans(document, text, spanOf));
    articles.set(document.id, {
      ...rest,
      text,
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      metadata: article.metadata.map(spanOf).filter(({ start, end }) => start < end),
    });
  }
  return { documents, articles };
}
