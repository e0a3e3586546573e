import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import type { Span } from '../../model/span.ts';
import { overlaps } from '../../model/span.ts';
import type { TokenRange } from '../token-range.ts';
import { headOfRange } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { typeOfRun } from './classify-run.ts';
import { matchPhrase } from './phrase-table.ts';

/** Pronouns that only a source makes an actor: “his warning that …”. */
const PRONOUN_TYPES: Readonly<Record<string, DraftMention['type']>> = {
  his: 'person',
  her: 'person',
  their: 'group',
  its: 'organisation',
  it: 'organisation',
};

/** The tokens that a span covers. */
export function tokensOfSpan(text: AnnotatedText, span: Span): TokenRange | undefined {
  let first: number | undefined;
  let end = 0;
  for (const token of text.tokens) {
    if (token.start >= span.end) break;
    if (!overlaps(token, span)) continue;
    first ??= token.index;
    end = token.index + 1;
  }
  return first === undefined ? undefined : { first, end };
}

/** A mention for each source whose head no draft covers: “a source close to the talks”, “the joint statement”. */
export function draftUncoveredSources(
  text: AnnotatedText,
  attributions: readonly Attribution[],
  names: NameLexicon,
  drafts: readonly DraftMention[],
): DraftMention[] {
  const added: DraftMention[] = [];
  for (const attribution of attributions) {
    const source = attribution.source[0];
    const range = source === undefined ? undefined : trimFront(text, tokensOfSpan(text, source), names);
    if (range === undefined) continue;
    const head = headOfRange(text, range);
    const isCovered = [...drafts, ...added].some(
      (draft) =>
        (draft.first <= head && head < draft.end) ||
        (draft.title !== undefined &&
          draft.title.first <= head &&
          head < draft.title.end &&
          meets(draft, range)),
    );
    if (isCovered) continue;
    const isName = text.tokens
      .slice(range.first, range.end)
      .every((token) => /^\p{Lu}/u.test(token.form) && token.xpos.startsWith('NNP'));
    const forms = text.tokens.slice(range.first, range.end).map((token) => token.form);
    if (forms.every((form) => names.words.calendar.has(form))) continue;
    const pronoun = range.end - range.first === 1 ? PRONOUN_TYPES[forms[0]?.toLowerCase() ?? ''] : undefined;
    if (pronoun !== undefined) {
      added.push({ ...range, kind: 'pronoun', type: pronoun });
      continue;
    }
    if (!text.tokens.slice(range.first, range.end).some((token) => /^(?:N|CD|JJ|FW)/.test(token.xpos)))
      continue;
    const type = typeOfRun(forms, names);
    added.push(
      isName
        ? { ...range, kind: 'name', type: type === 'other' ? typeOfSpeaker(text, range, names) : type }
        : { ...range, kind: 'nominal', type: typeOfHead(text, head, names) },
    );
  }
  return added;
}

/** A name that no list knows and that speaks: two or three words, or an address before it, show a person. */
function typeOfSpeaker(
  text: AnnotatedText,
  { first, end }: TokenRange,
  names: NameLexicon,
): DraftMention['type'] {
  const isAddressed = names.words.honorific.has(text.tokens[first - 1]?.form ?? '');
  const isKnown = names.surnames.has(text.tokens[end - 1]?.form ?? '');
  return isAddressed || isKnown || end - first > 1 ? 'person' : 'organisation';
}

function meets(left: TokenRange, right: TokenRange): boolean {
  return left.first < right.end && right.first < left.end;
}

/** Without determiner and form of address: “Mr Milosevic” is named Milosevic. */
function trimFront(
  text: AnnotatedText,
  range: TokenRange | undefined,
  names: NameLexicon,
): TokenRange | undefined {
  if (range === undefined) return undefined;
  let { first } = range;
  while (
    first < range.end &&
    (/^(?:a|an|the|this|that|these|those|,|"|\()$/i.test(text.tokens[first]?.form ?? '') ||
      (names.words.honorific.has(text.tokens[first]?.form ?? '') && first + 1 < range.end))
  )
    first += 1;
  const isWord = /[\p{L}\p{N}]/u.test(text.tokens[first]?.form ?? '');
  return first < range.end && isWord ? { first, end: range.end } : undefined;
}

function typeOfHead(text: AnnotatedText, head: number, names: NameLexicon): DraftMention['type'] {
  const token = text.tokens[head];
  if (token === undefined) return 'other';
  if (/^NN(?:P)?S$/.test(token.xpos) || names.groupNouns.has(token.form.toLowerCase())) return 'group';
  if (matchPhrase(names.offices, text.tokens, head, head + 1) !== undefined) return 'person';
  if (matchPhrase(names.institutions, text.tokens, head, head + 1) !== undefined) return 'organisation';
  // “the statement”, “a source”: what it is called does not tell.
  return 'other';
}
