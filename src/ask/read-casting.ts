import { AUXILIARIES, covers } from './assign-roles.ts';
import type { Roles } from './assign-roles.ts';
import type { DateRange } from './find-dates.ts';
import { findIssues, findUnknown } from './find-issues.ts';
import type { IssueKnowledge } from './find-issues.ts';
import type { ActorMention } from './find-names.ts';
import type { NamedIssue, NamedThing } from './named-things.ts';
import type { QuestionForm, Slots } from './question-slots.ts';
import type { QuestionWord } from './question-word.ts';
import { isDenial } from './tag-words.ts';
import type { TaggedWord } from './tag-words.ts';

/** One way to read a question: what it asks, with what, and what stands in the way. */
export interface Reading {
  readonly words: readonly TaggedWord[];
  /** The words that neither name somebody nor have a meaning: what the question is about. */
  readonly content: readonly QuestionWord[];
  readonly form: QuestionForm;
  readonly slots: Slots;
  readonly understood: readonly string[];
  readonly notes: readonly string[];
  /** IRIs of all who bear the name of the holder, the one in the slot first. */
  readonly namesakes: readonly string[];
  /** Words that may mean several things. */
  readonly unclear?: {
    readonly what: 'issue' | 'actor';
    readonly words: string;
    readonly choices: readonly NamedThing[];
  };
  /** Words that nothing of the graph is called by. */
  readonly unknown?: string;
  readonly problem?: string;
}

/** What a reading starts from. */
export interface Casting {
  readonly words: readonly TaggedWord[];
  /** Places of the words that are dates. */
  readonly spent: ReadonlySet<number>;
  readonly roles: Roles;
  /** All who are named, in whatever role. */
  readonly mentions: readonly ActorMention[];
  readonly dates: DateRange;
}

const quote = (words: readonly QuestionWord[]): string => `“${words.map(({ form }) => form).join(' ')}”`;

const areNamesakes = ({ actors }: ActorMention): boolean =>
  new Set(actors.map(({ label }) => label.toLowerCase())).size === 1;

function listMeanings(words: readonly TaggedWord[], prefix: string): readonly string[] {
  const all = words.flatMap(({ meaning }) =>
    meaning?.startsWith(prefix) === true ? [meaning.slice(prefix.length)] : [],
  );
  return [...new Set(all)];
}

/** The stance that is asked for; “for or against” asks for none, and “wants to reject” for what is wanted. */
function settleStance(
  stances: readonly string[],
  sides: readonly string[],
  isNegated: boolean,
): Pick<Slots, 'stance' | 'polarity'> {
  const [stance] = stances;
  if (stance !== undefined) return { stance };
  const [side] = sides;
  // Near misses are near to a stance, not to a side.
  if (isNegated && sides.length === 1) return { stance: side === 'for' ? 'supports' : 'rejects' };
  return side === undefined || sides.length > 1 ? {} : { polarity: side === 'for' ? '1' : '-1' };
}

const POLES: ReadonlySet<string> = new Set(['supports', 'rejects']);

/** “supports or opposes”: which of the two is the question. */
const asksWhichSide = (stances: readonly string[]): boolean =>
  stances.length > 1 && stances.every((stance) => POLES.has(stance));

/** What is accounted for in other ways than by a query of its own. */
const FORMS: ReadonlySet<string> = new Set(['headlines', 'which-side']);

/** “What does Egypt say that Sudan wants?”: the second of two who are not joined is told of by the first. */
function castHolders(
  holders: readonly ActorMention[],
  words: readonly TaggedWord[],
): Pick<Slots, 'holder' | 'partner' | 'told'> {
  const [first, second] = holders;
  const [holder, other] = [first?.actors[0]?.iri, second?.actors[0]?.iri];
  if (holder === undefined) return {};
  if (first === undefined || second === undefined || other === undefined) return { holder };
  const between = words.slice(first.end, second.start);
  return between.some(({ meaning }) => meaning === 'ask:said')
    ? { holder, told: other }
    : { holder, partner: other };
}

function describe(slots: readonly (readonly [string, string | undefined])[]): readonly string[] {
  return slots.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
}

/** Reads a question with its actors in given roles. */
export function readCasting(
  { words, spent, roles, mentions, dates }: Casting,
  issues: readonly NamedIssue[],
  knowledge: IssueKnowledge,
): Reading {
  const { holders, speakers, outlets } = roles;
  const people = [...holders, ...speakers, ...outlets];
  const free = words.filter((_, index) => !spent.has(index) && !covers(people, index));
  const content = free.filter(({ meaning }) => meaning === undefined);
  // “Who criticises Turkey?” asks about Turkey, and not about one thing that concerns it.
  const isOnlyName = mentions.some((mention) =>
    words.every((word, index) => !content.includes(word) || covers([mention], index)),
  );
  const found = findIssues(content, issues, { ...knowledge, isWide: isOnlyName });
  const stances = listMeanings(free, 'stance:');
  const sides = listMeanings(free, 'side:');
  const asked = listMeanings(free, 'ask:');
  const isWhichSide = asked.includes('which-side') || asksWhichSide(stances);
  const asks = new Set(asked.filter((ask) => !FORMS.has(ask)).concat(isWhichSide ? ['position'] : []));
  const isNegated = words.some((word) => isDenial(word) && word.meaning === 'noise');
  const unclearActor = people.find((mention) => mention.actors.length > 1 && !areNamesakes(mention));
  const [issue] = found;
  const { since, until } = dates;
  const slots: Slots = {
    ...(issue === undefined ? {} : { issue: issue.iri }),
    ...castHolders(holders, words),
    ...oneOf('speaker', speakers),
    ...oneOf('outlet', outlets),
    ...(isWhichSide ? {} : settleStance(stances, sides, isNegated)),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(listMeanings(free, 'ask:headlines').length > 0 ? { headlines: 'true' } : {}),
  };
  const understood = [
    ...describe([
      ['stance', slots.stance],
      ['side', sides.length === 1 ? sides[0] : undefined],
    ]),
    ...[...asks].map((ask) => `asked for: ${ask}`),
    ...describe([
      ['issue', found.length === 1 ? issue?.label : undefined],
      ...holders.map(({ actors }) => ['actor', actors[0]?.label] as const),
      ...speakers.map(({ actors }) => ['speaker', actors[0]?.label] as const),
      ...outlets.map(({ actors }) => ['outlet', actors[0]?.label] as const),
      ['since', since],
      ['until', until],
    ]),
  ];
  const problem = findProblem({ roles, stances: isWhichSide ? [] : stances, asks });
  return {
    words,
    content,
    slots,
    understood,
    form: {
      asks,
      isYesNo:
        !isWhichSide && (AUXILIARIES.has(words[0]?.lower ?? '') || words[0]?.lower.endsWith("n't") === true),
      isNegated,
      isKeywords: words.every((word) => word.meaning !== 'noise' || LINKS.has(word.lower)),
    },
    notes: people.flatMap((mention) => noteReading(mention, words)),
    namesakes: holders[0]?.actors.map(({ iri }) => iri) ?? [],
    ...(unclearActor !== undefined
      ? {
          unclear: {
            what: 'actor' as const,
            words: quote(words.slice(unclearActor.start, unclearActor.end)),
            choices: unclearActor.actors,
          },
        }
      : found.length > (isOnlyName && stances.length + sides.length > 0 ? 0 : 1)
        ? { unclear: { what: 'issue' as const, words: quote(content), choices: found } }
        : {}),
    ...(content.length > 0 && found.length === 0
      ? { unknown: quote(findUnknown(content, issues, knowledge)) }
      : {}),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** What was taken for granted of a name. */
function noteReading(
  { actors, others, isSlip, start, end }: ActorMention,
  words: readonly TaggedWord[],
): readonly string[] {
  const [actor] = actors;
  if (actor === undefined || (!isSlip && others.length === 0)) return [];
  const labels = [...new Set(others.map(({ label }) => label))];
  const rest = labels.length === 0 ? '' : `, not ${labels.join(', ')}`;
  return [`${quote(words.slice(start, end))} is read as ${actor.label}${rest}`];
}

/** Words between names that do not make a question of them. */
const LINKS: ReadonlySet<string> = new Set('the a an and of on to about in for over between with'.split(' '));

function oneOf(slot: 'speaker' | 'outlet', mentions: readonly ActorMention[]): Slots {
  const iri = mentions[0]?.actors[0]?.iri;
  return iri === undefined ? {} : { [slot]: iri };
}

function findProblem({
  roles,
  stances,
  asks,
}: {
  readonly roles: Roles;
  readonly stances: readonly string[];
  readonly asks: ReadonlySet<string>;
}): string | undefined {
  if (roles.holders.length > 2 || roles.speakers.length > 1)
    return 'it names several actors; ask for one at a time';
  if (roles.outlets.length > 1) return 'it names several outlets; ask for one at a time';
  if (stances.length > 1 && !['second-hand', 'reply', 'moved'].some((ask) => asks.has(ask)))
    return 'it names several stances; ask for one at a time';
  return undefined;
}
