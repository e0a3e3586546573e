import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import type { Span } from '../../model/span.ts';
import { tokensOfSpan as tokensSharing } from '../models/span-tokens.ts';
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
  const range = tokensSharing(text, span);
  return range.first < range.end ? range : undefined;
}

/** A mention for each source whose head no draft covers: “a source close to the talks”, “the joint statement”. */
export function draftUncoveredSources(
  text: AnnotatedText,
  attributions: readonly Attribution[],
  names: NameLexicon,
  drafts: readonly DraftMention[],
): DraftMention[] {
  const added: DraftMention[] = [];
  const byToken = indexDrafts(drafts);
  for (const attribution of attributions) {
    const source = attribution.source[0];
    const range = source === undefined ? undefined : trimDeterminer(text, tokensOfSpan(text, source));
    if (range === undefined) continue;
    const head = headOfRange(text, range);
    const isCovered = [...(byToken.get(head) ?? []), ...added].some(
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
        ? { ...range, kind: 'name', type: type === 'other' ? 'person' : type }
        : { ...range, kind: 'nominal', type: typeOfHead(text, head, names) },
    );
  }
  return added;
}

function meets(left: TokenRange, right: TokenRange): boolean {
  return left.first < right.end && right.first < left.end;
}

function trimDeterminer(text: AnnotatedText, range: TokenRange | undefined): TokenRange | undefined {
  if (range === undefined) return undefined;
  let { first } = range;
  while (
    first < range.end &&
    /^(?:a|an|the|this|that|these|those|,|"|\()$/i.test(text.tokens[first]?.form ?? '')
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

/** The drafts by the tokens of their names and titles, so that none is looked for among all. */
function indexDrafts(drafts: readonly DraftMention[]): ReadonlyMap<number, readonly DraftMention[]> {
  const byToken = new Map<number, DraftMention[]>();
  for (const draft of drafts) {
    for (const { first, end } of draft.title === undefined ? [draft] : [draft, draft.title]) {
      for (let index = first; index < end; index += 1) {
        const others = byToken.get(index);
        if (others === undefined) byToken.set(index, [draft]);
        else others.push(draft);
      }
    }
  }
  return byToken;
}
