import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { overlaps } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { addToList } from './add-to-list.ts';
import type { DocumentTerms } from './document-terms.ts';
import { firstEndingAfter } from './locate-token.ts';

/** Where a term was found: in the content itself, or how far from it; the nearest first. */
export const PLACES = ['content', 'cue', 'source', 'sentence', 'before', 'headline', 'earlier'] as const;
/** See `PLACES`. */
export type Place = (typeof PLACES)[number];

/** A token at which a term stands. */
export interface Sighting {
  readonly token: number;
  readonly place: Place;
}

/** The tokens of an attribution's parts, and the terms in and around it. */
export interface ContentWords {
  readonly content: readonly Token[];
  readonly cue: readonly Token[];
  /** Keys of the terms in content and cue. */
  readonly nearKeys: ReadonlySet<string>;
  /** Keys of the places named in the content. */
  readonly contentPlaces: ReadonlySet<string>;
  /** Where a term stands, the nearest place first, then in reading order. */
  readonly sightingsOf: (key: string) => readonly Sighting[];
  /** The content is short and points with “the”, “this” or a pronoun: what it means stands before. */
  readonly pointsBack: boolean;
  /** The cue is an act, such as “banned”, not a word of speech. */
  readonly isAct: boolean;
}

/** The tokens that lie in one of the spans, in reading order. */
export function tokensIn(text: AnnotatedText, spans: readonly Span[]): readonly Token[] {
  const found = new Set<number>();
  for (const span of spans) {
    for (let index = firstEndingAfter(text.tokens, span.start); index < text.tokens.length; index += 1) {
      const token = text.tokens[index];
      if (token === undefined || token.start >= span.end) break;
      if (overlaps(token, span)) found.add(index);
    }
  }
  return [...found].sort((left, right) => left - right).flatMap((index) => text.tokens[index] ?? []);
}

const POINTERS = new Set([
  'it',
  'this',
  'that',
  'these',
  'those',
  'such',
  'its',
  'they',
  'them',
  'their',
  'he',
  'she',
  'his',
  'her',
  'the',
]);
const MOST_TELLING = 3;

/** “The operation”, “the conclusions of the summit”: few words of its own, and one that points to what was told before. */
function doesPointBack(content: readonly Token[]): boolean {
  const telling = content.filter(({ upos }) => /^(?:NOUN|VERB|ADJ|PROPN|NUM)$/.test(upos));
  if (telling.length > MOST_TELLING) return false;
  return content.some(
    ({ lemma, form }) => POINTERS.has(lemma.toLowerCase()) || POINTERS.has(form.toLowerCase()),
  );
}

/** What is near the content: the place of each token that has one besides `earlier`. */
type Neighbourhood = ReadonlyMap<number, Place>;

function readNeighbourhood(groups: readonly (readonly [Place, readonly Token[]])[]): Neighbourhood {
  const places = new Map<number, Place>();
  for (const [place, tokens] of groups)
    for (const { index } of tokens) if (!places.has(index)) places.set(index, place);
  return places;
}

/** Of the words far before the first few are enough: one of them is not taken by another slot. */
const MOST_EARLIER = 4;

function readNearSightings(
  terms: DocumentTerms,
  near: Neighbourhood,
): ReadonlyMap<string, readonly Sighting[]> {
  const byKey = new Map<string, Sighting[]>();
  for (const place of PLACES) {
    const indices = [...near].flatMap(([index, here]) => (here === place ? [index] : []));
    for (const token of indices.sort((left, right) => left - right)) {
      for (const { key } of terms.atToken[token] ?? []) {
        if (byKey.get(key)?.at(-1)?.token !== token) addToList(byKey, key, { token, place });
      }
    }
  }
  return byKey;
}

/** Looks terms up on demand: an article has thousands, its issues ask for few. */
function createLookUp(
  text: AnnotatedText,
  terms: DocumentTerms,
  near: Neighbourhood,
  earlierEnd: number,
): (key: string) => readonly Sighting[] {
  const known = new Map<string, readonly Sighting[]>();
  const nearSightings = readNearSightings(terms, near);
  const isText = (index: number): boolean => {
    const sentence = text.sentences[text.tokens[index]?.sentence ?? -1];
    return text.blocks[sentence?.block ?? -1]?.kind !== 'metadata';
  };
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const sightings: Sighting[] = [...(nearSightings.get(key) ?? [])];
    const most = sightings.length + MOST_EARLIER;
    for (const token of terms.tokensOf.get(key) ?? []) {
      if (token >= earlierEnd || sightings.length >= most) break;
      if (!near.has(token) && isText(token)) sightings.push({ token, place: 'earlier' });
    }
    known.set(key, sightings);
    return sightings;
  };
}

function describe(
  text: AnnotatedText,
  terms: DocumentTerms,
  parts: { readonly content: readonly Token[]; readonly cue: readonly Token[] },
  near: Neighbourhood,
  earlierEnd: number,
): Pick<ContentWords, 'content' | 'cue' | 'nearKeys' | 'contentPlaces' | 'sightingsOf'> {
  const termsOf = (tokens: readonly Token[]): DocumentTerms['atToken'][number] =>
    tokens.flatMap(({ index }) => terms.atToken[index] ?? []);
  const inContent = termsOf(parts.content);
  return {
    ...parts,
    nearKeys: new Set([...inContent, ...termsOf(parts.cue)].map(({ key }) => key)),
    contentPlaces: new Set(inContent.filter(({ kind }) => kind === 'place').map(({ key }) => key)),
    sightingsOf: createLookUp(text, terms, near, earlierEnd),
  };
}

function sentenceTokens(text: AnnotatedText, index: number): readonly Token[] {
  const sentence = text.sentences[index];
  return sentence === undefined ? [] : text.tokens.slice(sentence.firstToken, sentence.endToken);
}

/** The words of an attribution with everything near enough to fill a gap. */
export function readContentWords(
  text: AnnotatedText,
  attribution: Attribution,
  terms: DocumentTerms,
): ContentWords {
  const content = tokensIn(text, attribution.content);
  const cue = tokensIn(text, attribution.cue);
  const sentences = [...new Set([...content, ...cue].map((token) => token.sentence))];
  const first = sentences[0] ?? -1;
  const before = text.sentences[first - 1];
  const isText = before !== undefined && text.blocks[before.block]?.kind !== 'metadata';
  const near = readNeighbourhood([
    ['content', content],
    ['cue', cue],
    ['source', tokensIn(text, attribution.source)],
    ['sentence', sentences.flatMap((sentence) => sentenceTokens(text, sentence))],
    ['before', isText ? sentenceTokens(text, first - 1) : []],
    ['headline', terms.headline],
  ]);
  return {
    ...describe(text, terms, { content, cue }, near, text.sentences[first]?.firstToken ?? 0),
    pointsBack: doesPointBack(content),
    isAct: attribution.cueKind === 'act',
  };
}

/** A sentence by itself, as if it were a content. */
export function readSentenceWords(
  text: AnnotatedText,
  content: readonly Token[],
  terms: DocumentTerms,
): ContentWords {
  const near = readNeighbourhood([['content', content]]);
  return { ...describe(text, terms, { content, cue: [] }, near, 0), pointsBack: false, isAct: false };
}
