import type { Gazetteer, ThingRecord } from './gazetteer.ts';
import { straighten } from './thing-table.ts';

/** What words of office show: “former Swedish defence minister” → defence-minister, SE, former. */
export interface RoleReading {
  readonly classes: readonly string[];
  /** ISO codes of the states named. */
  readonly states: readonly string[];
  /** Organisations named: “UN envoy”, “spokesperson of NATO”. */
  readonly organisations: readonly ThingRecord[];
  readonly isFormer: boolean;
  /** A people is named by two words, as no state is: “leader of the Turkish Cypriots”, “Bosnian Serb general”. */
  readonly isOfPeople: boolean;
  /** One of the offices speaks for the state or organisation named beside it. */
  readonly speaksForOthers: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’&-]*/gu;
const LONGEST = 8;

/** Reads the words beside a name, or an office in an entity file. */
export function readRole(words: string, gazetteer: Gazetteer): RoleReading {
  const tokens = (straighten(words).match(WORD) ?? []).map((word) =>
    word.includes("'") ? word.replace(/'s$|(?<=\p{Ll}s)'$/u, '') : word,
  );
  const classes: string[] = [];
  const states: string[] = [];
  const organisations: ThingRecord[] = [];
  const shared: ThingRecord[] = [];
  let speaksForOthers = false;
  let isOfPeople = false;
  let endOfAdjective = -1;
  let index = 0;
  while (index < tokens.length) {
    const limit = longestFrom(tokens[index] ?? '', gazetteer);
    if (limit === 0) {
      index += 1;
      continue;
    }
    const thing = longest(tokens, index, limit, (phrase) => gazetteer.thingNamed(phrase));
    const office = longest(tokens, index, limit, (phrase) => officeOf(phrase.toLowerCase(), gazetteer));
    if (office !== undefined && office.length >= (thing?.length ?? 0)) {
      classes.push(office.value.roleClass);
      speaksForOthers ||= office.value.speaksForState;
      index += office.length;
    } else if (thing !== undefined) {
      if (thing.value.thing.type === 'state') states.push(thing.value.thing.country);
      else if (thing.value.form !== 'shared') organisations.push(thing.value.thing);
      else shared.push(thing.value.thing);
      const { form } = thing.value;
      isOfPeople ||= endOfAdjective === index && (form === 'adjective' || form === 'people');
      index += thing.length;
      if (form === 'adjective') endOfAdjective = index;
    } else index += 1;
  }
  return {
    classes: classes.filter((roleClass, place) => classes.indexOf(roleClass) === place),
    states: [...new Set(states)],
    organisations: [...new Set([...organisations, ...shared.filter((body) => isOwn(body, states))])],
    isFormer: /\b(?:former|ex|then|previous|late|retired)\b/i.test(words),
    isOfPeople,
    speaksForOthers,
  };
}

/** “Senators Marco Rubio and Ted Cruz” are senators each. */
function officeOf(words: string, { offices }: Gazetteer): ReturnType<Gazetteer['offices']['get']> {
  return offices.get(words) ?? (words.endsWith('s') ? offices.get(words.slice(0, -1)) : undefined);
}

/** “US Congress”, and “Security Council”, which belongs to no state; not “Philippine Congress” and not “Congress leader”. */
function isOwn(body: ThingRecord, states: readonly string[]): boolean {
  return body.country === '' ? states.length === 0 : states.includes(body.country);
}

/** How many words a listed phrase that begins with the word may have; 0 where none does. */
function longestFrom(word: string, { firstWords }: Gazetteer): number {
  const folded = word.toLowerCase();
  const length = firstWords.get(folded) ?? 0;
  const bare = /[.s]$/.test(folded) ? (firstWords.get(folded.slice(0, -1)) ?? 0) : 0;
  return Math.min(LONGEST, Math.max(length, bare));
}

function longest<Value>(
  tokens: readonly string[],
  index: number,
  limit: number,
  lookUp: (phrase: string) => Value | undefined,
): { readonly value: Value; readonly length: number } | undefined {
  for (let length = Math.min(limit, tokens.length - index); length > 0; length -= 1) {
    const phrase = tokens.slice(index, index + length).join(' ');
    const value = lookUp(phrase) ?? (phrase.endsWith('.') ? lookUp(phrase.slice(0, -1)) : undefined);
    if (value !== undefined) return { value, length };
  }
  return undefined;
}
