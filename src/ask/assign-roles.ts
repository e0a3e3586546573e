import { findActors } from './find-names.ts';
import type { ActorMention } from './find-names.ts';
import type { NamedActor } from './named-things.ts';
import { isDenial } from './tag-words.ts';
import type { TaggedWord } from './tag-words.ts';

/** Who is who in a question. */
export interface Roles {
  /** Whose positions are asked for. */
  readonly holders: readonly ActorMention[];
  readonly speakers: readonly ActorMention[];
  readonly outlets: readonly ActorMention[];
}

/** The words of a question and the ways to read whom they name, the likeliest first. */
export interface CastQuestion {
  readonly words: readonly TaggedWord[];
  readonly castings: readonly Roles[];
  /** All who are named, in whatever role. */
  readonly mentions: readonly ActorMention[];
}

/** Auxiliaries, with which a yes-or-no question begins and after which its subject stands. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'do does did is are was were has have had will would can could should might may shall must'.split(' '),
);

/** What outlets do, where others say. */
const REPORTS = /^(?:report|write|carrie|carry|publish|wrote|print)(?:s|es|ed)?$/u;
/** What somebody does or has: “Egypt rejects”, “Sudan's position”. */
const OWNED =
  /^(?:stance:.*|side:.*|ask:(?:said|position|moved|condition|conflict|agree|second-hand|alone|over-time|latest|hedged|forms|reply))$/u;
/** So many words may stand between a name and what its bearer does: “Egypt has so far rejected”. */
const REACH = 4;
/** What may be somebody's, as the word before “of” or “by” has it. */
const OF_SOMEBODY =
  /^(?:stance:(?:proposes|requests|concedes)|ask:(?:position|said|moved|forms|condition|over-time|latest|reply|conflict|agree|compare))$/u;
/** “The claims of Egypt”. */
const OWNED_NOUN = /^(?:claim|quotation|quote|proposal|request|demand|offer|answer|view|word)s?$/u;

export function covers(list: readonly ActorMention[], index: number): boolean {
  return list.some(({ start, end }) => start <= index && index < end);
}

/** Where the article before a name is passed over. */
function placeBefore(words: readonly TaggedWord[], { start }: Pick<ActorMention, 'start'>): number {
  return words[start - 1]?.lower === 'the' ? start - 2 : start - 1;
}

/** “Has Turkey been criticised?”, “Turkey was criticised”: the name is whom a stance is taken on. */
function isPassive(words: readonly TaggedWord[], mention: ActorMention): boolean {
  const after = words.slice(mention.end, mention.end + REACH);
  const index = after.findIndex(({ meaning }) => meaning?.startsWith('stance:'));
  const stance = after[index];
  if (stance?.lower.endsWith('ed') !== true || after[index + 1]?.lower === 'to') return false;
  const auxiliaries = [words[placeBefore(words, mention)], ...after.slice(0, index)].map(
    (word) => word?.lower ?? '',
  );
  return auxiliaries.some((word) => /^(?:is|are|was|were|be|been|being)$/u.test(word));
}

/** “Egypt has always rejected”, not “Annapolis was a success”. */
function isActive(words: readonly TaggedWord[], { end }: ActorMention): boolean {
  const next = words[end];
  if (next === undefined || !(isDenial(next) || AUXILIARIES.has(next.lower))) return false;
  return words.slice(end + 1, end + 1 + REACH).some(({ meaning }) => OWNED.test(meaning ?? ''));
}

/** Whether the actor is the one whose words or positions are asked for, and not part of what they are about. */
function isSubject(words: readonly TaggedWord[], mention: ActorMention): boolean {
  const place = placeBefore(words, mention);
  const [before, earlier, next] = [words[place], words[place - 1], words[mention.end]];
  if (isPassive(words, mention)) return false;
  if (words[mention.end - 1]?.isPossessive === true) return OWNED.test(next?.meaning ?? '');
  if (before !== undefined && (AUXILIARIES.has(before.lower) || before.lower.endsWith("n't"))) return true;
  if (before?.meaning === 'ask:compare' || next?.meaning === 'ask:compare') return true;
  // In “backed away from NATO membership” the name is part of an issue.
  const endsHere = next === undefined || next.meaning !== undefined;
  if (endsHere && before !== undefined && /^(?:of|by|from|for|with|between|among)$/u.test(before.lower)) {
    if (before.lower === 'by' && /^(?:stance|side|ask):/u.test(earlier?.meaning ?? '')) return true;
    const meaning =
      before.meaning === 'noise' || before.meaning?.startsWith('date:') === true
        ? earlier?.meaning
        : before.meaning;
    if (OF_SOMEBODY.test(meaning ?? '') || OWNED_NOUN.test(earlier?.lower ?? '')) return true;
    return before.lower === 'between';
  }
  return OWNED.test(next?.meaning ?? '') || isActive(words, mention);
}

/** “Egypt and Sudan”, “compare Egypt to Sudan”: who is joined to a subject is one. */
function isJoined(
  words: readonly TaggedWord[],
  mention: ActorMention,
  subjects: readonly ActorMention[],
): boolean {
  const place = placeBefore(words, mention);
  const isCompared = words.some(({ meaning }) => meaning === 'ask:compare');
  const joins = isCompared ? /^(?:and|or|to|with|versus|vs)$/u : /^(?:and|or)$/u;
  return joins.test(words[place]?.lower ?? '') && subjects.some(({ end }) => end === place);
}

function findSubjects(
  words: readonly TaggedWord[],
  mentions: readonly ActorMention[],
): readonly ActorMention[] {
  const subjects: ActorMention[] = [];
  const owned = mentions.filter((mention) => isSubject(words, mention));
  for (const mention of mentions) {
    const next = mentions.find(({ start }) => start > mention.start);
    // “Do Egypt and Sudan agree?”: of names that are joined either may stand where a subject does.
    const joinsNext =
      next !== undefined &&
      owned.includes(next) &&
      isJoined(words, next, [mention]) &&
      /^(?:and|or)$/u.test(words[mention.end]?.lower ?? '');
    if (owned.includes(mention) || joinsNext || isJoined(words, mention, subjects)) subjects.push(mention);
  }
  return subjects;
}

/** “Who supports Trump?”, “the talks about Sudan”: the name is what it is about, and nobody's view of it is asked for. */
function isTopic(words: readonly TaggedWord[], mention: ActorMention): boolean {
  const before = words[placeBefore(words, mention)];
  return (
    isPassive(words, mention) ||
    /^(?:stance|side):/u.test(before?.meaning ?? '') ||
    /^(?:about|on|over|regarding|concerning|towards?|against|to|in|at)$/u.test(before?.lower ?? '')
  );
}

/** Titles before a name belong to it: “US President Donald Trump”, “the foreign minister, Heiko Maas”. */
function absorbTitles(
  words: readonly TaggedWord[],
  mentions: readonly ActorMention[],
): readonly ActorMention[] {
  const kept: ActorMention[] = [];
  for (const mention of mentions) {
    let { start } = mention;
    while (words[start - 1]?.meaning === 'title') start -= 1;
    const last = kept.at(-1);
    const isPerson = mention.actors.every((actor) => actor.isPerson);
    if (isPerson && last?.end === start && start < mention.start) {
      kept.pop();
      start = last.start;
    }
    kept.push({ ...mention, start });
  }
  return kept;
}

function namesOutlet(words: readonly TaggedWord[], { start, end, actors }: ActorMention): boolean {
  const isAsked =
    AUXILIARIES.has(words[placeBefore(words, { start })]?.lower ?? '') &&
    !REPORTS.test(words[end]?.lower ?? '');
  return actors.every((actor) => actor.isOutlet) && !isAsked;
}

/** Who is named in the words, and in which roles. */
export function assignRoles(
  tagged: readonly TaggedWord[],
  actors: readonly NamedActor[],
  {
    spent,
    isIssue,
  }: {
    /** Places of words that are dates. */
    readonly spent: ReadonlySet<number>;
    readonly isIssue: (words: readonly TaggedWord[]) => boolean;
  },
): CastQuestion {
  const found = findActors(tagged, actors, ({ lower }) =>
    tagged.some((word) => word.lower === lower && word.meaning !== undefined),
  );
  const isActor = ({ start, end, actors: named }: ActorMention): boolean =>
    !spent.has(start) &&
    (named.some(({ isRegistered }) => isRegistered) || !isIssue(tagged.slice(start, end)));
  const mentions = absorbTitles(tagged, found.filter(isActor));
  // “States” says nothing in “United States”, and a title that is nobody's is part of what is asked about.
  const words = tagged.map((word, index) =>
    covers(mentions, index) || word.meaning === 'title' ? { ...word, meaning: undefined } : word,
  );
  for (const { start, end } of mentions) {
    // “Is Egypt for the dam?”
    const link = words[end];
    if (
      link?.lower === 'for' &&
      /^(?:is|are|was|were)$/u.test(words[placeBefore(words, { start })]?.lower ?? '')
    )
      words[end] = { ...link, meaning: 'side:for' };
  }
  const outlets = mentions.filter((mention) => namesOutlet(words, mention));
  const others = mentions.filter((mention) => !outlets.includes(mention));
  const speakers = others.filter((mention) => words[placeBefore(words, mention)]?.meaning === 'speaker');
  const named = others.filter((mention) => !speakers.includes(mention));
  const subjects = findSubjects(words, named);
  // “Is the Iran deal backed by France?”: what goes on after a name may make it part of something else.
  const free = subjects.filter(({ end }) => words[end]?.meaning !== undefined || words[end] === undefined);
  const objects = named.filter((mention) => !subjects.includes(mention) && !isTopic(words, mention));
  // “Iran?”: who alone is named is asked about, though an issue may have the name in its own.
  const isAlone = words.every(
    (word, index) => word.meaning !== undefined || spent.has(index) || covers(objects, index),
  );
  const holderLists = [
    ...(subjects.length === 0 && objects.length === 1 && isAlone ? [objects] : []),
    subjects,
    ...(free.length < subjects.length ? [free] : []),
    // “Positions on the dam, Egypt only”: whom no issue has is whose position is asked for.
    ...(subjects.length === 0 ? objects.map((mention) => [mention]) : []),
    ...(subjects.length === 0 && objects.length === 2 ? [objects] : []),
    ...(subjects.length > 0 ? [[]] : []),
  ];
  return { words, mentions, castings: holderLists.map((holders) => ({ holders, speakers, outlets })) };
}
