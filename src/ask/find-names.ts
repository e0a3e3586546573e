import type { NamedActor } from './named-things.ts';
import { isSlipOf } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';

/** Words of a question that name an actor: `[start, end)`; several actors where the name is not one's own. */
export interface ActorMention {
  readonly start: number;
  readonly end: number;
  readonly actors: readonly NamedActor[];
  /** Others of the name, who say far less than the one who is taken to be meant. */
  readonly others: readonly NamedActor[];
  /** The name is written otherwise. */
  readonly isSlip: boolean;
}

/** Of several actors of a name the one is meant who has so many times the claims of any other. */
const DOMINANCE = 5;

/** A short name in capitals is read in capitals only: “US”, not “us”. */
function isSame(written: QuestionWord, name: QuestionWord, allowsSlips: boolean): boolean {
  if (name.form.length <= 3 && name.form === name.form.toUpperCase()) return written.form === name.form;
  return written.lower === name.lower || (allowsSlips && isSlipOf(written.lower, name.lower));
}

function matchesAt(
  words: readonly QuestionWord[],
  at: number,
  name: readonly QuestionWord[],
  allowsSlips: boolean,
): boolean {
  return name.every((expected, offset) => {
    const written = words[at + offset];
    return written !== undefined && isSame(written, expected, allowsSlips);
  });
}

function chooseAmong(
  named: readonly NamedActor[],
  fullName: string,
): Pick<ActorMention, 'actors' | 'others'> {
  const speaking = named.filter(({ claims }) => claims > 0);
  const candidates = speaking.length > 0 ? speaking : named;
  const called = candidates.filter(({ label }) => label.toLowerCase() === fullName);
  const choice = called.length > 0 ? called : candidates;
  const [first, second] = choice.toSorted((left, right) => right.claims - left.claims);
  if (first !== undefined && second !== undefined && first.label !== second.label) {
    if (first.claims >= DOMINANCE * Math.max(1, second.claims))
      return { actors: [first], others: choice.filter((actor) => actor !== first) };
  }
  return { actors: choice, others: [] };
}

/** Actors by the first words of their names. */
type NamesByWord = ReadonlyMap<
  string,
  readonly { readonly actor: NamedActor; readonly name: readonly QuestionWord[] }[]
>;

function indexNames(actors: readonly NamedActor[]): NamesByWord {
  const index = new Map<string, { readonly actor: NamedActor; readonly name: readonly QuestionWord[] }[]>();
  for (const actor of actors) {
    for (const name of actor.names) {
      const first = name[0]?.lower ?? '';
      const same = index.get(first);
      if (same === undefined) index.set(first, [{ actor, name }]);
      else same.push({ actor, name });
    }
  }
  return index;
}

function readAt(
  words: readonly QuestionWord[],
  at: number,
  names: NamesByWord,
  allowsSlips: boolean,
): ActorMention | undefined {
  const first = words[at]?.lower ?? '';
  const entries = allowsSlips
    ? [...names].flatMap(([word, list]) => (isSlipOf(word, first) || word === first ? list : []))
    : (names.get(first) ?? []);
  const found = entries.filter(({ name }) => matchesAt(words, at, name, allowsSlips));
  const length = Math.max(0, ...found.map(({ name }) => name.length));
  if (length === 0) return undefined;
  const named = [...new Set(found.filter(({ name }) => name.length === length).map(({ actor }) => actor))];
  const fullName = words
    .slice(at, at + length)
    .map(({ lower }) => lower)
    .join(' ');
  return { start: at, end: at + length, isSlip: allowsSlips, ...chooseAmong(named, fullName) };
}

/** “Nigel Farage”: a name that goes on is no slip of “Niger”. */
function goesOn(words: readonly QuestionWord[], { end }: ActorMention): boolean {
  const [last, next] = [words[end - 1], words[end]];
  return (
    last?.isPossessive === false && last.form !== last.lower && next !== undefined && next.form !== next.lower
  );
}

/** “The president”, “will” and “How” may be somebody's name in the text, but not where a question has them in lower case. */
function isWrittenAsName({ form, lower }: QuestionWord, place: number): boolean {
  if (form.length > 1 && form === form.toUpperCase()) return true;
  return place > 0 && form !== lower;
}

/** The actors that a question names, from left to right, the longest name first; slips of one letter are forgiven. */
export function findActors(
  words: readonly QuestionWord[],
  actors: readonly NamedActor[],
  isPlain: (word: QuestionWord) => boolean,
): readonly ActorMention[] {
  const names = indexNames(actors);
  const mentions: ActorMention[] = [];
  for (const [at, word] of words.entries()) {
    const last = mentions.at(-1);
    if (last !== undefined && at < last.end) continue;
    const mention =
      readAt(words, at, names, false) ?? (isPlain(word) ? undefined : readAt(words, at, names, true));
    if (mention === undefined || (mention.isSlip && goesOn(words, mention))) continue;
    if (
      words.slice(at, mention.end).some((one, offset) => !isPlain(one) || isWrittenAsName(one, at + offset))
    )
      mentions.push(mention);
  }
  return mentions;
}
