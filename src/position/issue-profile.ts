import type { Issue } from '../model/issue.ts';
import { preparePattern, preparePhrase } from './match-pattern.ts';
import type { PatternPhrase, PreparedPattern } from './match-pattern.ts';
import { rarityOf, readTerms } from './vocabulary.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

/** One telling word of a proposition and all that may stand for it in a text. */
export interface Slot {
  /** The word or phrase itself, for messages. */
  readonly word: string;
  readonly kind: 'place' | 'name' | 'predicate' | 'word';
  readonly weight: number;
  /** What is done, as far as the lexicon knows: “becomes a member”. */
  readonly isPredicate: boolean;
  /** Term keys that say the same. */
  readonly keys: ReadonlySet<string>;
  /** Keys of the word's own stem: a sharper match than a synonym. */
  readonly own: ReadonlySet<string>;
  /** Term keys that say the contrary. */
  readonly contraries: ReadonlySet<string>;
}

/** One wording of an issue's proposition as slots to be filled. */
export interface Wording {
  readonly slots: readonly Slot[];
  readonly weight: number;
  /** Weight of the slots that are no places. */
  readonly nameless: number;
}

/** An issue, ready to be compared with contents. */
export interface IssueProfile {
  readonly issue: Issue;
  readonly wordings: readonly Wording[];
  readonly patterns: readonly PreparedPattern[];
  readonly blockers: readonly PatternPhrase[];
}

const SHARED_DISCOUNT = 0.25;
const LEAST_RARITY = 0.33;
const LEAST_PREDICATE_RARITY = 0.2;
const PLACE_WEIGHT = 0.75;
const LEAST_PREDICATE_WEIGHT = 0.9;

/** The words of a sentence that nobody has parsed; the lemma is the form. */
export function splitWords(text: string): readonly Word[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}.]*(?:['’]\p{L}+)?|[^\s\p{L}\p{N}]/gu) ?? []).map((form) => {
    const word = /\.\p{L}/u.test(form) ? form : form.replace(/\.$/, '');
    return { form: word, lemma: word.toLowerCase().replace(/['’]s?$/, '') };
  });
}

function findContraries(classes: readonly string[], vocabulary: Vocabulary): ReadonlySet<string> {
  const names = classes.flatMap(
    (key) => vocabulary.lexicon.classes.get(key.slice('class:'.length))?.contraries ?? [],
  );
  return new Set(names.map((name) => `class:${name}`));
}

function readSlots(text: string, vocabulary: Vocabulary): readonly Slot[] {
  const words = splitWords(text);
  const terms = readTerms(words, vocabulary);
  const slots: Slot[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const here = terms[index] ?? [];
    const longest = Math.max(1, ...here.map(({ length }) => length));
    const word = words
      .slice(index, index + longest)
      .map(({ form }) => form)
      .join(' ');
    const place = here.find(({ kind }) => kind === 'place');
    const classes = here
      .filter(({ kind, length }) => kind === 'class' && length === longest)
      .map(({ key }) => key);
    const stems = longest === 1 ? here.filter(({ kind }) => kind === 'stem').map(({ key }) => key) : [];
    const rarity = Math.max(
      ...words.slice(index, index + longest).map(({ form }) => rarityOf(vocabulary.lexicon, form)),
    );
    const isName = index > 0 && /^\p{Lu}/u.test(word);
    index += longest - 1;
    if (place !== undefined) {
      const keys = new Set([place.key]);
      slots.push({
        word,
        kind: 'place',
        isPredicate: false,
        weight: PLACE_WEIGHT,
        keys,
        own: keys,
        contraries: new Set(),
      });
      continue;
    }
    if (rarity < (classes.length > 0 ? LEAST_PREDICATE_RARITY : LEAST_RARITY)) continue;
    const contraries = findContraries(classes, vocabulary);
    const kind = classes.length > 0 ? 'predicate' : isName ? 'name' : 'word';
    const weight = kind === 'predicate' ? Math.max(rarity, LEAST_PREDICATE_WEIGHT) : rarity;
    const isPredicate = classes.some(
      (key) => vocabulary.lexicon.classes.get(key.slice('class:'.length))?.isPredicate === true,
    );
    slots.push({
      word,
      kind,
      isPredicate,
      weight,
      keys: new Set([...classes, ...stems]),
      own: new Set(stems),
      contraries,
    });
  }
  return slots;
}

/** The wordings of an issue's proposition, as slots; one of a single slot tells nothing. */
function readWordings(
  { proposition, alternatives }: Issue,
  vocabulary: Vocabulary,
): readonly (readonly Slot[])[] {
  return [proposition, ...alternatives]
    .map((text) => readSlots(text, vocabulary))
    .filter((slots) => slots.length >= 2);
}

function countIssues(issues: readonly (readonly (readonly Slot[])[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const wordings of issues) {
    const keys = wordings.flatMap((slots) => slots.flatMap((slot) => [...slot.keys]));
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A word that many of the issues share tells little between them. */
function weighSlot(slot: Slot, counts: ReadonlyMap<string, number>): Slot {
  const keys = slot.own.size > 0 ? slot.own : slot.keys;
  const shared = Math.min(...[...keys].map((key) => counts.get(key) ?? 1));
  return { ...slot, weight: slot.weight / (1 + SHARED_DISCOUNT * Math.log2(shared)) };
}

function sumWeights(slots: readonly Slot[]): number {
  return slots.reduce((sum, { weight }) => sum + weight, 0);
}

function weighWording(slots: readonly Slot[], counts: ReadonlyMap<string, number>): Wording {
  const weighed = slots.map((slot) => weighSlot(slot, counts));
  const nameless = sumWeights(weighed.filter(({ kind }) => kind !== 'place'));
  return { slots: weighed, weight: sumWeights(weighed), nameless };
}

/** The issues' propositions and alternatives as wordings; one that tells nothing is left out. */
export function profileIssues(issues: readonly Issue[], vocabulary: Vocabulary): readonly IssueProfile[] {
  const wordings = issues.map((issue) => readWordings(issue, vocabulary));
  const counts = countIssues(wordings);
  return issues.map((issue, index) => ({
    issue,
    wordings: (wordings[index] ?? []).map((slots) => weighWording(slots, counts)),
    patterns: issue.patterns.map(preparePattern),
    blockers: issue.blockers.map(preparePhrase),
  }));
}
