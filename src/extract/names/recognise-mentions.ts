import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import type { Mention } from '../../model/mention.ts';
import { rangeSpan } from '../token-range.ts';
import type { TokenRange } from '../token-range.ts';
import { findAliases } from './aliases.ts';
import { findDescribedActors } from './described-actors.ts';
import { headOfRange } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import { draftKnownName, findKnownNames, findListedPersons } from './known-names.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { endOfBodyName, findNameRuns, rememberCapitals } from './name-runs.ts';
import type { CapitalMemory } from './name-runs.ts';
import { draftJointSources } from './joint-sources.ts';
import { findPronouns } from './pronouns.ts';
import { settlePersons } from './settle-persons.ts';
import { draftUncoveredSources } from './source-mentions.ts';
import { findTitle } from './titles.ts';

/**
 * Finds who and what the article mentions: names, offices, metonyms, groups, descriptions and pronouns, and a mention
 * for every source of an attribution. Names may lie inside longer mentions (“Interpol spokesperson”); otherwise
 * mentions do not overlap. Metadata is not read.
 */
export function recogniseMentions(
  text: AnnotatedText,
  attributions: readonly Attribution[],
  names: NameLexicon,
): readonly Mention[] {
  const memory = rememberCapitals(text);
  const found = text.sentences.flatMap((sentence) => readSentence(text, sentence.index, names, memory));
  const settled = settlePersons(text, found, attributions, names);
  const named = settled.map((draft) => withTitle(text, draft, names));
  const taken = tokensOf(
    named.flatMap((draft) => (draft.title === undefined ? [draft] : [draft, draft.title])),
  );
  const described = text.sentences.flatMap((sentence) =>
    isLanguage(text, sentence.index) ? findDescribedActors(text, sentence, names, taken) : [],
  );
  const noted = tokensOf([...named, ...described]);
  const pronouns = text.sentences.flatMap((sentence) =>
    isLanguage(text, sentence.index) ? findPronouns(text, sentence, noted) : [],
  );
  const drafts = [...named, ...described, ...pronouns];
  const all = [
    ...drafts,
    ...draftUncoveredSources(text, attributions, names, drafts),
    ...draftJointSources(text, attributions, named),
  ];
  return toMentions(text, all);
}

function isLanguage(text: AnnotatedText, sentence: number): boolean {
  return text.blocks[text.sentences[sentence]?.block ?? -1]?.kind !== 'metadata';
}

function isTitleCase(text: AnnotatedText, index: number): boolean {
  const sentence = text.sentences[index];
  if (sentence === undefined || text.blocks[sentence.block]?.kind === 'paragraph') return false;
  const words = text.tokens
    .slice(sentence.firstToken, sentence.endToken)
    .filter((token) => /^\p{L}{4,}$/u.test(token.form));
  return words.filter((token) => /^\p{Lu}/u.test(token.form)).length > words.length * 0.7;
}

function readSentence(
  text: AnnotatedText,
  index: number,
  names: NameLexicon,
  memory: CapitalMemory,
): DraftMention[] {
  const sentence = text.sentences[index];
  if (sentence === undefined || !isLanguage(text, index)) return [];
  const persons = findListedPersons(text, sentence, names);
  const aliases = findAliases(text, sentence, names);
  const known = findKnownNames(text, sentence, names, tokensOf([...persons, ...aliases]));
  const taken = tokensOf([...persons, ...aliases, ...known]);
  const runs = isTitleCase(text, index)
    ? findNameRuns(text, sentence, names, memory, taken).filter((draft) =>
        isTrustedInTitle(text, draft, memory),
      )
    : findNameRuns(text, sentence, names, memory, taken);
  const longer = known.flatMap((match): DraftMention[] => {
    const end = endOfBodyName(text, sentence, match.end, names);
    const added = text.tokens[match.end];
    // “NATO Organization (NATO)” adds nothing to the name.
    const isRedundant =
      match.known.type === 'organisation' &&
      end === match.end + 1 &&
      /^(?:Organi[sz]ation|Alliance|Bloc)$/.test(added?.form ?? '');
    return end === undefined || isRedundant
      ? []
      : [{ first: match.first, end, kind: 'name', type: 'organisation' }];
  });
  const bodies = [...longer, ...runs.filter((run) => run.type === 'organisation' || run.type === 'person')];
  const listed = known
    .filter((match) => !bodies.some((run) => run.first < match.end && match.first < run.end))
    .flatMap((match) => draftKnownName(text, match, names) ?? []);
  const settled = [...longer, ...listed];
  return [...persons, ...aliases, ...settled, ...runs.filter((run) => !overlapsAny(run, settled))];
}

/** In a headline that capitalises every word a name needs more: the body bears it out, or it begins with a given name. */
function isTrustedInTitle(text: AnnotatedText, draft: DraftMention, memory: CapitalMemory): boolean {
  const tokens = text.tokens.slice(draft.first, draft.end);
  if (draft.type === 'person' && tokens.length > 1 && tokens.length <= 3) return true;
  return tokens.every((token) => memory.inner.has(token.form) && !memory.small.has(token.form.toLowerCase()));
}

function overlapsAny(range: TokenRange, others: readonly TokenRange[]): boolean {
  return others.some((other) => range.first < other.end && other.first < range.end);
}

function tokensOf(ranges: readonly TokenRange[]): Set<number> {
  const indices = new Set<number>();
  for (const range of ranges) for (let index = range.first; index < range.end; index += 1) indices.add(index);
  return indices;
}

function withTitle(text: AnnotatedText, draft: DraftMention, names: NameLexicon): DraftMention {
  const sentence = text.sentences[text.tokens[draft.first]?.sentence ?? -1];
  if (sentence === undefined || draft.kind !== 'name') return draft;
  if (draft.type !== 'person' && draft.type !== 'other') return draft;
  const title = findTitle(text, sentence, draft, names);
  return title === undefined ? draft : { ...draft, type: 'person', title };
}

function toMentions(text: AnnotatedText, drafts: readonly DraftMention[]): Mention[] {
  const seen = new Set<string>();
  const mentions: Omit<Mention, 'index'>[] = [];
  for (const draft of drafts) {
    const span = rangeSpan(text, draft);
    const key = `${draft.first}-${draft.end}`;
    if (span === undefined || seen.has(key)) continue;
    seen.add(key);
    const title = draft.title === undefined ? undefined : rangeSpan(text, draft.title);
    const { kind, type } = draft;
    const headToken = headOfRange(text, draft);
    mentions.push({ ...span, kind, type, headToken, ...(title === undefined ? {} : { title }) });
  }
  mentions.sort((left, right) => left.start - right.start || right.end - left.end);
  return mentions.map((mention, index) => ({ index, ...mention }));
}
