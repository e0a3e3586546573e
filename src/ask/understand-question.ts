import type { ClaimStore } from '../store/claim-store.ts';
import { chooseQuery } from './choose-query.ts';
import type { ChosenQuery } from './choose-query.ts';
import { findDates } from './find-dates.ts';
import { findActors, findIssues } from './find-names.ts';
import type { ActorMention } from './find-names.ts';
import { listActors, listIssues } from './named-things.ts';
import type { NamedThing } from './named-things.ts';
import type { QuestionLexicon } from './question-lexicon.ts';
import type { QuestionForm, Slots } from './question-slots.ts';
import { readWords } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';

/** What a question comes to: a query, a choice that only the asker can make, or what was understood and what was not. */
export type Understanding =
  | ({ readonly kind: 'query'; readonly understood: readonly string[] } & ChosenQuery)
  | {
      readonly kind: 'ambiguous';
      readonly what: 'issue' | 'actor';
      /** The words that may mean each of the choices. */
      readonly words: string;
      readonly choices: readonly NamedThing[];
    }
  | { readonly kind: 'unanswerable'; readonly understood: readonly string[]; readonly problem: string };

const AUXILIARIES: ReadonlySet<string> = new Set(
  'do does did is are was were has have had will would can could should might may'.split(' '),
);

/** What outlets do, where others say. */
const REPORTS = /^(?:report|write|carrie|carry|publish)(?:s|es|ed)?$/u;

interface Tagged extends QuestionWord {
  /** The meaning of the phrase that the word is part of. */
  readonly meaning: string | undefined;
}

/** A denying auxiliary is an auxiliary: “doesn't”. */
function isDenial({ lower }: QuestionWord): boolean {
  return lower === 'not' || lower === 'never' || lower === 'cannot' || lower.endsWith("n't");
}

function tagWords(words: readonly QuestionWord[], { meanings, longest }: QuestionLexicon): readonly Tagged[] {
  const tagged: Tagged[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(longest, words.length - at);
    let meaning: string | undefined;
    for (; length > 0; length -= 1) {
      meaning = meanings.get(
        words
          .slice(at, at + length)
          .map(({ lower }) => lower)
          .join(' '),
      );
      if (meaning !== undefined) break;
    }
    const covered = words.slice(at, at + Math.max(1, length));
    for (const word of covered) tagged.push({ ...word, meaning: isDenial(word) ? 'noise' : meaning });
    at += covered.length;
  }
  return tagged;
}

/** What somebody does or has: “Egypt rejects”, “Sudan's position”. */
const OWNED =
  /^(?:stance:.*|ask:(?:said|position|moved|condition|conflict|second-hand|alone|over-time|hedged|forms))$/u;

/** Whether the actor is the one whose words or positions are asked for, and not part of what they are about. */
function isSubject(words: readonly Tagged[], { start, end }: ActorMention): boolean {
  const skip = words[start - 1]?.lower === 'the' ? 2 : 1;
  const before = words[start - skip];
  const earlier = words[start - skip - 1];
  const next = words[end];
  const isOwner = words[end - 1]?.isPossessive === true;
  if (isOwner) return OWNED.test(next?.meaning ?? '');
  if (before !== undefined && AUXILIARIES.has(before.lower)) return true;
  if (before !== undefined && before.lower.endsWith("n't")) return true;
  // In “backed away from NATO membership” the name is part of an issue.
  const endsHere = next === undefined || next.meaning !== undefined;
  if (endsHere && before !== undefined && ['of', 'by', 'from', 'for'].includes(before.lower)) {
    const isNamed = ['position', 'said', 'moved', 'forms', 'condition', 'over-time'].includes(
      earlier?.meaning?.replace('ask:', '') ?? '',
    );
    return (
      isNamed || /^(?:claim|quotation|quote|proposal|request|demand|offer)s?$/u.test(earlier?.lower ?? '')
    );
  }
  if (before?.lower === 'with' && earlier?.meaning === 'ask:conflict') return true;
  return OWNED.test(next?.meaning ?? '') || (next !== undefined && isDenial(next));
}

const quote = (words: readonly QuestionWord[]): string => `“${words.map(({ form }) => form).join(' ')}”`;

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function inMentions(list: readonly ActorMention[], index: number): boolean {
  return list.some(({ start, end }) => start <= index && index < end);
}

/** Maps a plain question onto a query of the library, by the names of the graph and the words of the lexicon alone. */
export function understandQuestion(
  question: string,
  store: ClaimStore,
  lexicon: QuestionLexicon,
): Understanding {
  const tagged = tagWords(readWords(question), lexicon);
  const actors = listActors(store);
  const issues = listIssues(store);
  const dates = findDates(tagged, lexicon);
  const spent = new Set(dates.used);
  const mentions = findActors(tagged, actors, ({ lower }) => lexicon.meanings.has(lower)).filter(
    ({ start }) => !spent.has(start),
  );
  // “States” says nothing in “United States”.
  const words = tagged.map((word, index) =>
    inMentions(mentions, index) ? { ...word, meaning: undefined } : word,
  );
  const isOutlet = ({ start, end, actors: named }: ActorMention): boolean =>
    named.every((actor) => actor.isOutlet) &&
    (!AUXILIARIES.has(words[start - 1]?.lower ?? '') || REPORTS.test(words[end]?.lower ?? ''));
  const outlets = mentions.filter(isOutlet);
  const subjects = mentions.filter((mention) => !isOutlet(mention) && isSubject(words, mention));
  const contentWithout = (...lists: (readonly ActorMention[])[]): readonly Tagged[] =>
    words.filter(
      ({ meaning }, index) =>
        meaning === undefined && !spent.has(index) && !lists.some((list) => inMentions(list, index)),
    );

  let holders = subjects;
  let content = contentWithout(outlets, subjects);
  let found = findIssues(content, issues);
  const objects = mentions.filter((mention) => !isOutlet(mention) && !subjects.includes(mention));
  if (found.length === 0 && content.length > 0 && subjects.length === 0 && objects.length === 1) {
    // “Positions on the dam, Egypt only”: whom no issue has is whose position is asked for.
    holders = objects;
    content = contentWithout(outlets, objects);
    found = findIssues(content, issues);
  }
  const meanings = words.flatMap(({ meaning }, index) =>
    meaning === undefined || inMentions(holders, index) || inMentions(outlets, index) ? [] : [meaning],
  );
  const named = (prefix: string): readonly string[] =>
    distinct(meanings.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length)));
  const stances = named('stance:');
  const asks = new Set(named('ask:').filter((ask) => ask !== 'headlines'));
  const form: QuestionForm = {
    asks,
    isYesNo: AUXILIARIES.has(words[0]?.lower ?? ''),
    isNegated: words.some(isDenial),
  };
  const understood = [
    ...stances.map((stance) => `stance: ${stance}`),
    ...[...asks].map((ask) => `asked for: ${ask}`),
    ...(found.length === 1 ? found.map(({ label }) => `issue: ${label}`) : []),
    ...holders.flatMap(({ actors: list }) =>
      list.length === 1 ? list.map(({ label }) => `actor: ${label}`) : [],
    ),
    ...outlets.flatMap(({ actors: list }) => list.map(({ label }) => `outlet: ${label}`)),
    ...(dates.since === undefined ? [] : [`since: ${dates.since}`]),
    ...(dates.until === undefined ? [] : [`until: ${dates.until}`]),
  ];
  const fail = (problem: string): Understanding => ({ kind: 'unanswerable', understood, problem });
  if (words.length === 0) return fail('the question is empty');
  for (const { actors: choices, start, end } of [...holders, ...outlets]) {
    if (choices.length > 1)
      return { kind: 'ambiguous', what: 'actor', words: quote(words.slice(start, end)), choices };
  }
  if (found.length > 1) return { kind: 'ambiguous', what: 'issue', words: quote(content), choices: found };
  if (content.length > 0 && found.length === 0)
    return fail(`no issue and no actor of the graph is called ${quote(content)}`);
  if (holders.length > 1) return fail('it names several actors; ask for one at a time');
  if (outlets.length > 1) return fail('it names several outlets; ask for one at a time');
  if (stances.length > 1 && !asks.has('second-hand') && !asks.has('reply'))
    return fail('it names several stances; ask for one at a time');
  const [issue, holder, outlet, stance] = [
    found[0]?.iri,
    holders[0]?.actors[0]?.iri,
    outlets[0]?.actors[0]?.iri,
    stances[0],
  ];
  const slots: Slots = {
    ...(issue === undefined ? {} : { issue }),
    ...(holder === undefined ? {} : { holder }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(stance === undefined ? {} : { stance }),
    ...(dates.since === undefined ? {} : { since: dates.since }),
    ...(dates.until === undefined ? {} : { until: dates.until }),
    ...(meanings.includes('ask:headlines') ? { headlines: 'true' } : {}),
  };
  const chosen = chooseQuery(form, slots);
  if (chosen === undefined) return fail('no question of the library asks for this, or not with all of it');
  return { kind: 'query', understood, ...chosen };
}
