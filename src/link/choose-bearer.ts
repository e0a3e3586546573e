import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { classesOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';

/** Whether one sentence names both. */
export function meet(extraction: Extraction, left: Cluster, right: Cluster): boolean {
  const sentences = new Set(left.mentions.map((index) => sentenceOf(extraction, index)));
  return right.mentions.some((index) => sentences.has(sentenceOf(extraction, index)));
}

function sentenceOf({ mentions, text }: Extraction, index: number): number {
  return text.tokens[mentions[index]?.headToken ?? -1]?.sentence ?? -1;
}

/** Whether both bear offices of one class. */
export function sharesRole(left: Cluster, right: Cluster): boolean {
  const classes = classesOf(left);
  return classesOf(right).some((roleClass) => classes.includes(roleClass));
}

function firstMention({ mentions }: Cluster): number {
  return mentions.reduce((least, index) => Math.min(least, index), Infinity);
}

/** How many sentences back a person is still being spoken of. */
const NEAR = 3;

/**
 * Of persons with one family name the lone name means the one of the same office; else, where only one of them was named
 * in the sentences just before, that one; else the one whom the article named first. In an article on Joe Biden that
 * names Hunter Biden once or twice, “Biden” is Joe Biden.
 */
export function chooseBearer(
  extraction: Extraction,
  bearers: readonly Cluster[],
  single: Cluster,
  mention: Mention,
): Cluster | undefined {
  const ofOffice = bearers.filter((cluster) => sharesRole(cluster, single));
  if (ofOffice.length === 1) return ofOffice[0];
  const here = sentenceOf(extraction, mention.index);
  const near = bearers.filter((cluster) =>
    cluster.mentions.some((index) => index < mention.index && here - sentenceOf(extraction, index) <= NEAR),
  );
  if (near.length === 1) return near[0];
  return bearers.reduce((best, cluster) => (firstMention(cluster) < firstMention(best) ? cluster : best));
}
