import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { CueKind } from '../model/attribution.ts';
import { isPredicative } from './mistaken-tags.ts';
import type { NounKinds } from './noun-kinds.ts';
import { findQuestions } from './read-turns.ts';
import { isTime } from './time-words.ts';
import { includesToken, type TokenRange } from './token-range.ts';

const MINDED: ReadonlySet<CueKind> = new Set<CueKind>(['attitude', 'act']);

/** What a source is judged by. */
interface FoundSource {
  readonly source: readonly TokenRange[];
  readonly cueKind: CueKind;
  readonly cueToken: number;
}

/**
 * Judges sources of the text. Somebody can be one: “the committee said”, “a study found”, but neither “the delay
 * angered” nor “the treaty hopes”; and an interviewer's “Do you think it will last?” is nobody's thought.
 */
export function judgeSources(text: AnnotatedText, kinds: NounKinds): (found: FoundSource) => boolean {
  const questions = findQuestions(text);
  return ({ source, cueKind, cueToken }) =>
    canBeSource(text, source, cueKind, kinds) &&
    !(includesToken(questions, cueToken) && source.every((range) => isDialogue(text, range)));
}

function isDialogue(text: AnnotatedText, { first, end }: TokenRange): boolean {
  return end - first === 1 && /^(?:I|you|we|my|your)$/iu.test(text.tokens[first]?.form ?? '');
}

function canBeSource(
  text: AnnotatedText,
  source: readonly TokenRange[],
  cueKind: CueKind,
  kinds: NounKinds,
): boolean {
  if (source.some((range) => isPredicative(text, range))) return false;
  const heads = source.flatMap((range) => headsOf(text, range));
  return heads.length === 0 || heads.some((head) => isSpeaker(text, head, cueKind, kinds));
}

function isSpeaker(text: AnnotatedText, head: Token, cueKind: CueKind, kinds: NounKinds): boolean {
  if (isTime(head)) return false;
  if (head.upos !== 'NOUN' || isCapitalised(text, head)) return true;
  const kind = kinds.get(head.lemma.toLowerCase());
  return kind === undefined || (kind === 'record' && !MINDED.has(cueKind));
}

/** “the Straits Times”: a name that the tagger takes for a common noun. */
function isCapitalised(text: AnnotatedText, head: Token): boolean {
  return /^\p{Lu}/u.test(head.form) && text.sentences[head.sentence]?.firstToken !== head.index;
}

/** The nouns that the tree hangs outside the range; of coordinated ones the first. */
function headsOf(text: AnnotatedText, { first, end }: TokenRange): readonly Token[] {
  return text.tokens
    .slice(first, end)
    .filter(({ head, upos }) => (head < first || head >= end) && /^(?:NOUN|PROPN|PRON|NUM|ADJ)$/u.test(upos));
}
