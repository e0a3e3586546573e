import type { Issue } from '../model/issue.ts';
import { preparePattern, preparePhrase } from './match-pattern.ts';
import type { PatternPhrase, PreparedPattern } from './match-pattern.ts';
import { stemWord } from './stem-word.ts';
import { rarityOf, readTerms } from './vocabulary.ts';
import type { Term, Vocabulary, Word } from './vocabulary.ts';

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

/** A slot and the words of the proposition that it stands for. */
interface PlacedSlot {
  readonly slot: Slot;
  readonly first: number;
  readonly end: number;
}

/** The slot of the words at an index, which may tell too little to be one; and where the next one may begin. */
function readSlotAt(
  words: readonly Word[],
  here: readonly Term[],
  index: number,
  vocabulary: Vocabulary,
): { readonly slot?: Slot; readonly end: number } {
  const longest = Math.max(1, ...here.map(({ length }) => length));
  const end = index + longest;
  const forms = words.slice(index, end).map(({ form }) => form);
  const word = forms.join(' ');
  const place = here.find(({ kind }) => kind === 'place');
  const none = new Set<string>();
  if (place !== undefined) {
    const keys = new Set([place.key]);
    const slot = {
      word,
      kind: 'place',
      isPredicate: false,
      weight: PLACE_WEIGHT,
      keys,
      own: keys,
      contraries: none,
    } as const;
    return { slot, end };
  }
  const classes = here
    .filter(({ kind, length }) => kind === 'class' && length === longest)
    .map(({ key }) => key);
  const stems = longest === 1 ? here.filter(({ kind }) => kind === 'stem').map(({ key }) => key) : [];
  const rarity = Math.max(...forms.map((form) => rarityOf(vocabulary.lexicon, form)));
  if (rarity < (classes.length > 0 ? LEAST_PREDICATE_RARITY : LEAST_RARITY)) return { end };
  // “Mahan Air’s flights”: every proposition begins with a capital, but few begin with a word that no list knows.
  const isName = /^\p{Lu}/u.test(word) && (index > 0 || rarity === 1);
  const kind = classes.length > 0 ? 'predicate' : isName ? 'name' : 'word';
  return {
    slot: {
      word,
      kind,
      isPredicate: classes.some(
        (key) => vocabulary.lexicon.classes.get(key.slice('class:'.length))?.isPredicate === true,
      ),
      weight: kind === 'predicate' ? Math.max(rarity, LEAST_PREDICATE_WEIGHT) : rarity,
      // “The operation” may be the “military operation”.
      keys: new Set([
        ...classes,
        ...stems,
        ...(classes.length > 0 ? [`stem:${stemWord(forms.at(-1) ?? '')}`] : []),
      ]),
      own: new Set(stems),
      contraries: findContraries(classes, vocabulary),
    },
    end,
  };
}

function unite(left: Slot, right: Slot): Slot {
  return {
    ...left,
    word: `${left.word}/${right.word}`,
    weight: Math.max(left.weight, right.weight),
    keys: new Set([...left.keys, ...right.keys]),
    own: new Set([...left.own, ...right.own]),
    contraries: new Set([...left.contraries, ...right.contraries]),
  };
}

/** “Weapons, fighters or cargo” and “imposed or widened” ask for one of the words, not for all. */
function uniteAlternatives(placed: readonly PlacedSlot[], words: readonly Word[]): readonly Slot[] {
  const united: Slot[] = [];
  let index = 0;
  while (index < placed.length) {
    let last = index;
    let lastOr = index;
    for (;;) {
      const [here, next] = [placed[last], placed[last + 1]];
      if (here === undefined || next === undefined) break;
      const between = words
        .slice(here.end, next.first)
        .map(({ lemma }) => lemma)
        .join(' ');
      const isAlike = here.slot.kind === next.slot.kind && here.slot.isPredicate === next.slot.isPredicate;
      // “Donald Trump” is one name.
      const isSameName = between === '' && here.slot.kind === 'name';
      if (!isAlike || !(isSameName || /^(?:,|or|, or)$/.test(between))) break;
      last += 1;
      if (between !== ',') lastOr = last;
    }
    const run = placed.slice(index, lastOr + 1).map(({ slot }) => slot);
    united.push(run.reduce(unite));
    index = lastOr + 1;
  }
  return united;
}

function readSlots(text: string, vocabulary: Vocabulary): readonly Slot[] {
  const words = splitWords(text);
  const terms = readTerms(words, vocabulary);
  const placed: PlacedSlot[] = [];
  for (let index = 0; index < words.length;) {
    const { slot, end } = readSlotAt(words, terms[index] ?? [], index, vocabulary);
    if (slot !== undefined) placed.push({ slot, first: index, end });
    index = end;
  }
  return uniteAlternatives(placed, words);
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
