import type { ContentWords, Place, Sighting } from './content-words.ts';

/** What words of the content's other sentences count: those next to the sentence in focus, and those beyond. */
const BESIDE: Place = 'sentence';
const BEYOND: Place = 'before';

/** A content of more sentences is no quotation but a text whose marks are broken: it is seen whole, once. */
const MOST_SENTENCES = 30;

/**
 * A content of several sentences seen from each of them: a proposition whose words stand far apart in a long quotation
 * is not what any of its sentences says. A content of one sentence is seen as it is.
 */
export function focusWords(words: ContentWords): readonly ContentWords[] {
  const sentenceOf = new Map(words.content.map(({ index, sentence }) => [index, sentence]));
  const sentences = [...new Set(sentenceOf.values())];
  if (sentences.length < 2 || sentences.length > MOST_SENTENCES) return [words];
  return sentences.map((focus, position) => {
    const known = new Map<string, readonly Sighting[]>();
    const look = (sighting: Sighting): Sighting => {
      const sentence = sentenceOf.get(sighting.token);
      if (sighting.place !== 'content' || sentence === undefined || sentence === focus) return sighting;
      const distance = Math.abs(sentences.indexOf(sentence) - position);
      return { ...sighting, place: distance === 1 ? BESIDE : BEYOND };
    };
    return {
      ...words,
      sightingsOf: (key) => {
        const seen = known.get(key) ?? words.sightingsOf(key).map(look);
        known.set(key, seen);
        return seen;
      },
    };
  });
}
