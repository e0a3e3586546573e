import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import { tokensOfSpan } from '../models/span-tokens.ts';
import type { TokenRange } from '../token-range.ts';
import { headOfRange, isForm, isPossessive } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';

/** The most actors that are read as speaking together. */
const MOST = 6;

/** What nobody does alone. */
const JOINT_ACT = /^(?:agree|sign|conclude|exchange|negotiate|reach)\b/u;
const TOGETHER = /\b(?:joint|jointly|together|common)\b/iu;

/** Whether the actors of an attribution act as one: “Turkey and Libya agreed on a border”, “said in a joint statement”. */
function actsAsOne(text: AnnotatedText, { cueLemma = '', cueToken }: Attribution): boolean {
  const sentence = text.sentences[text.tokens[cueToken]?.sentence ?? -1];
  return (
    JOINT_ACT.test(cueLemma) ||
    (sentence !== undefined && TOGETHER.test(text.text.slice(sentence.start, sentence.end)))
  );
}

/** Sources that name several actors who act as one, each as a group; of others each speaks for itself. */
export function draftJointSources(
  text: AnnotatedText,
  attributions: readonly Attribution[],
  drafts: readonly DraftMention[],
): DraftMention[] {
  const places = new DraftPlaces(drafts);
  return attributions.flatMap((attribution): DraftMention[] => {
    const [span] = attribution.source;
    if (span === undefined || !actsAsOne(text, attribution)) return [];
    const joint = extend(text, trim(text, tokensOfSpan(text, span)), places);
    return isJoint(text, joint, places) ? [{ ...joint, kind: 'group', type: 'group' }] : [];
  });
}

/** Drafts by where they begin and end, found without a search through all of them. */
class DraftPlaces {
  readonly #starts = new Map<number, DraftMention>();
  readonly #ends = new Map<number, DraftMention[]>();
  readonly #covered = new Set<number>();

  constructor(drafts: readonly DraftMention[]) {
    for (const draft of drafts) {
      const { first, end, kind, title } = draft;
      for (const start of [title?.first ?? first, first])
        if (!this.#starts.has(start)) this.#starts.set(start, draft);
      if (kind !== 'name' && kind !== 'metonym' && kind !== 'demonym') continue;
      const ending = this.#ends.get(end);
      if (ending === undefined) this.#ends.set(end, [draft]);
      else ending.push(draft);
      for (let index = first; index < end; index += 1) this.#covered.add(index);
      for (let index = title?.first ?? 0; index < (title?.end ?? 0); index += 1) this.#covered.add(index);
    }
  }

  /** The first draft that begins at the token, with its title or without. */
  startingAt(token: number): DraftMention | undefined {
    return this.#starts.get(token);
  }

  /** Whether the token is part of a name or of the words of office beside one. */
  covers(token: number): boolean {
    return this.#covered.has(token);
  }

  /** Whether the range ends with a name that lies in it: “US Secretary of State Mike Pompeo”. */
  endsInName({ first, end }: TokenRange): boolean {
    return this.#ends.get(end)?.some((draft) => draft.first >= first) ?? false;
  }
}

function trim(text: AnnotatedText, { first, end }: TokenRange): TokenRange {
  return isForm(text.tokens[first], 'both', 'the') ? trim(text, { first: first + 1, end }) : { first, end };
}

/** A source that was cut before “and”: the names that are joined to it by the tree belong to it. */
function extend(text: AnnotatedText, range: TokenRange, drafts: DraftPlaces): TokenRange {
  const next = range.end + (isForm(text.tokens[range.end], 'and', ',') ? 1 : 0);
  if (next === range.end) return range;
  const start = next + (isForm(text.tokens[next], 'and') ? 1 : 0);
  const first = start + (isForm(text.tokens[start], 'the') ? 1 : 0);
  const joined = drafts.startingAt(first);
  const head = joined === undefined ? undefined : text.tokens[headOfRange(text, joined)];
  // “… and France's Emmanuel Macron”: the owner is not who speaks.
  const isOwner = isPossessive(text.tokens[joined?.end ?? -1]);
  const isJoined =
    !isOwner &&
    head !== undefined &&
    head.relation === 'conj' &&
    head.head >= range.first &&
    head.head < range.end;
  return joined === undefined || !isJoined
    ? range
    : extend(text, { first: range.first, end: joined.end }, drafts);
}

/** Whether the range lists names, the last behind “and”, with nothing else but words of office and owners before them. */
function isJoint(text: AnnotatedText, range: TokenRange, drafts: DraftPlaces): boolean {
  const parts: TokenRange[] = [];
  let start = range.first;
  let hasAnd = false;
  for (let index = range.first; index < range.end; index += 1) {
    const token = text.tokens[index];
    if (drafts.covers(index) || isPossessive(token) || isForm(token, 'the')) continue;
    if (!isForm(token, 'and', ',')) return false;
    hasAnd ||= isForm(token, 'and');
    if (index > start) parts.push({ first: start, end: index });
    start = index + 1;
  }
  parts.push({ first: start, end: range.end });
  const isOwner = isPossessive(text.tokens[range.end]);
  const isList = hasAnd && !isOwner && parts.length >= 2 && parts.length <= MOST;
  return isList && parts.every((part) => drafts.endsInName(part));
}
