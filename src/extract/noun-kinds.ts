import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { CueKind } from '../model/attribution.ts';
import { InputError } from '../model/input-error.ts';
import { isTime } from './time-words.ts';
import type { TokenRange } from './token-range.ts';

const KINDS = ['record', 'thing'] as const;

/** What a common noun names that is no actor: a record says and shows, a thing does neither. */
export type NounKind = (typeof KINDS)[number];

/** Nouns that name no actor, by lemma. */
export type NounKinds = ReadonlyMap<string, NounKind>;

/** Reads `data/lexicon/noun-kinds.tsv` (noun, kind); an `InputError` names file and line. */
export function parseNounKinds(contents: string, fileName: string): NounKinds {
  const kinds = new Map<string, NounKind>();
  contents.split(/\r?\n/u).forEach((line, index) => {
    if (line.startsWith('#') || line.trim() === '' || line.startsWith('noun\t')) return;
    const [noun = '', name] = line.split('\t');
    const kind = KINDS.find((known) => known === name);
    if (noun === '' || kind === undefined) {
      throw new InputError(
        `${fileName}:${index + 1}`,
        `"${line}" is not a noun and its kind, ${KINDS.join(' or ')}`,
      );
    }
    kinds.set(noun, kind);
  });
  return kinds;
}

const MINDED: ReadonlySet<CueKind> = new Set<CueKind>(['attitude', 'act']);

/**
 * Whether somebody can be the source: “the committee said”, “a study found”, but neither “the delay angered” nor “the
 * treaty hopes”.
 */
export function canBeSource(
  text: AnnotatedText,
  source: readonly TokenRange[],
  cueKind: CueKind,
  kinds: NounKinds,
): boolean {
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
