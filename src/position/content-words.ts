import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { overlaps } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { readTerms } from './vocabulary.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

/** Where a term was found: in the content itself, or how far from it. */
export type Place = 'content' | 'cue' | 'source' | 'sentence' | 'before' | 'headline' | 'earlier';

/** A term and the token at which it stands. */
export interface Sighting {
  readonly term: Term;
  readonly token: number;
  readonly place: Place;
}

/** The tokens of an attribution's parts, and the terms in and around it. */
export interface ContentWords {
  readonly content: readonly Token[];
  readonly cue: readonly Token[];
  readonly sightings: readonly Sighting[];
  /** The content is short and points with “the”, “this” or a pronoun: what it means stands before. */
  readonly pointsBack: boolean;
  /** The cue is an act, such as “banned”, not a word of speech. */
  readonly isAct: boolean;
}

/** The tokens that lie in one of the spans. */
export function tokensIn(text: AnnotatedText, spans: readonly Span[]): readonly Token[] {
  return text.tokens.filter((token) => spans.some((span) => overlaps(token, span)));
}

/** The terms at every token of the document, the labels of the entities mentioned among them. */
export function readDocumentTerms(
  linked: LinkedExtraction,
  vocabulary: Vocabulary,
): readonly (readonly Term[])[] {
  const terms = readTerms(linked.text.tokens, vocabulary).map((list) => [...list]);
  for (const mention of linked.mentions) {
    const entity = linked.entities.find(({ id }) => id === linked.entityOfMention[mention.index]);
    if (entity === undefined) continue;
    const label = entity.label.split(/\s+/).map((form) => ({ form, lemma: form.toLowerCase() }));
    for (const term of readTerms(label, vocabulary).flat()) {
      if (term.kind !== 'class' && term.rarity >= 0.5) terms[mention.headToken]?.push(term);
    }
  }
  return terms;
}

function sentenceBefore(text: AnnotatedText, index: number): readonly Token[] {
  const sentence = text.sentences[index - 1];
  if (sentence === undefined || text.blocks[sentence.block]?.kind === 'metadata') return [];
  return text.tokens.slice(sentence.firstToken, sentence.endToken);
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

function earlierTokens(text: AnnotatedText, index: number): readonly Token[] {
  const end = text.sentences[index]?.firstToken ?? 0;
  return text.tokens
    .slice(0, end)
    .filter(({ sentence }) => text.blocks[text.sentences[sentence]?.block ?? -1]?.kind !== 'metadata');
}

function headlineTokens(text: AnnotatedText): readonly Token[] {
  return text.tokens.filter(
    (token) => text.blocks[text.sentences[token.sentence]?.block ?? -1]?.kind === 'headline',
  );
}

/** The words of an attribution with everything near enough to fill a gap. */
export function readContentWords(
  text: AnnotatedText,
  attribution: Attribution,
  terms: readonly (readonly Term[])[],
): ContentWords {
  const content = tokensIn(text, attribution.content);
  const cue = tokensIn(text, attribution.cue);
  const source = tokensIn(text, attribution.source);
  const sentences = [...new Set([...content, ...cue].map((token) => token.sentence))];
  const sentence = text.tokens.filter((token) => sentences.includes(token.sentence));
  const groups: readonly (readonly [Place, readonly Token[]])[] = [
    ['content', content],
    ['cue', cue],
    ['source', source],
    ['sentence', sentence],
    ['before', sentenceBefore(text, sentences[0] ?? -1)],
    ['headline', headlineTokens(text)],
    ['earlier', earlierTokens(text, sentences[0] ?? -1)],
  ];
  const seen = new Set<number>();
  const sightings: Sighting[] = [];
  for (const [place, tokens] of groups) {
    for (const token of tokens) {
      if (seen.has(token.index)) continue;
      seen.add(token.index);
      for (const term of terms[token.index] ?? []) sightings.push({ term, token: token.index, place });
    }
  }
  return {
    content,
    cue,
    sightings,
    pointsBack: doesPointBack(content),
    isAct: attribution.cueKind === 'act',
  };
}
