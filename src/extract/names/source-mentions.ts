import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import { tokensOfSpan } from '../models/span-tokens.ts';
import { rangesMeet } from '../token-range.ts';
import type { TokenRange } from '../token-range.ts';
import { headOfRange } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { typeOfRun } from './classify-run.ts';
import { gathersMany } from './group-complement.ts';
import { matchPhrase } from './phrase-table.ts';

/** Pronouns that only a source makes an actor: “his warning that …”. */
const PRONOUN_TYPES: Readonly<Record<string, DraftMention['type']>> = {
  his: 'person',
  her: 'person',
  their: 'group',
  its: 'organisation',
  it: 'organisation',
};

/** A mention for each source whose head no draft covers: “a source close to the talks”, “the joint statement”. */
export function draftUncoveredSources(
  text: AnnotatedText,
  attributions: readonly Attribution[],
  names: NameLexicon,
  drafts: readonly DraftMention[],
): DraftMention[] {
  const added: DraftMention[] = [];
  const cover = new DraftCover(drafts);
  const add = (draft: DraftMention): void => {
    added.push(draft);
    cover.add(draft);
  };
  for (const attribution of attributions) {
    const source = attribution.source[0];
    const range = source === undefined ? undefined : trimFront(text, tokensOfSpan(text, source), names);
    if (range === undefined) continue;
    const head = headOfRange(text, range);
    if (cover.holds(head, range) || endsInName(text, range, cover)) continue;
    const isName = text.tokens
      .slice(range.first, range.end)
      .every((token) => /^\p{Lu}/u.test(token.form) && token.xpos.startsWith('NNP'));
    const forms = text.tokens.slice(range.first, range.end).map((token) => token.form);
    if (forms.every((form) => names.words.calendar.has(form))) continue;
    const pronoun = range.end - range.first === 1 ? PRONOUN_TYPES[forms[0]?.toLowerCase() ?? ''] : undefined;
    if (pronoun !== undefined) {
      add({ ...range, kind: 'pronoun', type: pronoun });
      continue;
    }
    if (!text.tokens.slice(range.first, range.end).some((token) => /^(?:N|CD|JJ|FW)/.test(token.xpos)))
      continue;
    const type = typeOfRun(forms, names);
    add(
      isName
        ? { ...range, kind: 'name', type: type === 'other' ? typeOfSpeaker(text, range, names) : type }
        : { ...range, kind: 'nominal', type: typeOfHead(text, head, names) },
    );
  }
  return added;
}

/** “his Swedish counterpart, Carl Bildt”: whoever is described is named behind the comma. */
function endsInName(text: AnnotatedText, { first, end }: TokenRange, cover: DraftCover): boolean {
  let index = end - 1;
  while (index > first && cover.names(index)) index -= 1;
  return index < end - 1 && index > first && text.tokens[index]?.form === ',';
}

/** Which tokens drafts take up, found without a search through all drafts. */
class DraftCover {
  readonly #taken = new Set<number>();
  readonly #persons = new Set<number>();
  readonly #titled = new Map<number, DraftMention[]>();

  constructor(drafts: readonly DraftMention[]) {
    for (const draft of drafts) this.add(draft);
  }

  add(draft: DraftMention): void {
    for (let index = draft.first; index < draft.end; index += 1) {
      this.#taken.add(index);
      if (draft.kind === 'name' && draft.type === 'person') this.#persons.add(index);
    }
    for (let index = draft.title?.first ?? 0; index < (draft.title?.end ?? 0); index += 1) {
      const others = this.#titled.get(index);
      if (others === undefined) this.#titled.set(index, [draft]);
      else others.push(draft);
    }
  }

  /** Whether the token is part of a person's name. */
  names(token: number): boolean {
    return this.#persons.has(token);
  }

  /** Whether a draft holds the token, or its title does while the draft lies in the range. */
  holds(token: number, range: TokenRange): boolean {
    return (
      this.#taken.has(token) || (this.#titled.get(token)?.some((draft) => rangesMeet(draft, range)) ?? false)
    );
  }
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

/** Without determiner and form of address: “Mr Milosevic” is named Milosevic. */
function trimFront(text: AnnotatedText, range: TokenRange, names: NameLexicon): TokenRange | undefined {
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
  const isGroup = /^NN(?:P)?S$/.test(token.xpos) || names.groupNouns.has(token.form.toLowerCase());
  if (isGroup || gathersMany(text, head)) return 'group';
  if (matchPhrase(names.offices, text.tokens, head, head + 1) !== undefined) return 'person';
  if (matchPhrase(names.institutions, text.tokens, head, head + 1) !== undefined) return 'organisation';
  // “the statement”, “a source”: what it is called does not tell.
  return 'other';
}
