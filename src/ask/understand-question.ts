import type { ClaimStore } from '../store/claim-store.ts';
import { assignRoles } from './assign-roles.ts';
import { chooseQuery } from './choose-query.ts';
import type { ChosenQuery } from './choose-query.ts';
import { createConceptReader } from './concepts.ts';
import type { ConceptReader } from './concepts.ts';
import { findDates } from './find-dates.ts';
import { findNeighbours } from './find-issues.ts';
import type { KnownName } from './name-register.ts';
import { listActors, listIssues } from './named-things.ts';
import type { NamedActor, NamedIssue, NamedThing } from './named-things.ts';
import type { QuestionLexicon } from './question-lexicon.ts';
import { readQuestion } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';
import { readCasting } from './read-casting.ts';
import type { Reading } from './read-casting.ts';
import { refuseQuestion } from './refuse-question.ts';
import { isDenial, tagWords } from './tag-words.ts';
import type { Protection } from './tag-words.ts';
import type { Synonyms } from './synonyms.ts';

/** What a question comes to: a query, a choice that only the asker can make, or what was understood and what was not. */
export type Understanding =
  | ({
      readonly kind: 'query';
      readonly understood: readonly string[];
      /** What was taken for granted. */
      readonly notes: readonly string[];
      /** The same query for others of the same name, whom no register tells apart. */
      readonly namesakes: readonly ChosenQuery[];
    } & ChosenQuery)
  | {
      readonly kind: 'ambiguous';
      readonly what: 'issue' | 'actor';
      /** The words that may mean each of the choices. */
      readonly words: string;
      readonly choices: readonly NamedThing[];
    }
  | {
      readonly kind: 'unanswerable';
      readonly understood: readonly string[];
      readonly problem: string;
      /** Issues that some of the words name. */
      readonly near: readonly NamedThing[];
      /** All issues of the graph, where something is asked for that none comes near. */
      readonly known?: readonly NamedThing[];
      /** A query that tells what can be told. */
      readonly instead?: ChosenQuery | undefined;
    };

/** What questions are read by. */
export interface AskKnowledge {
  readonly lexicon: QuestionLexicon;
  readonly register: readonly KnownName[];
  readonly synonyms: Synonyms;
  /** `YYYY-MM-DD`; without it “last week” is not understood. */
  readonly today?: string;
}

const PROTECTIONS: readonly Protection[] = ['all but stances', 'all'];

/** A thing of the graph that is named by one of these words keeps them from being slips of others. */
function namedWords(
  actors: readonly NamedActor[],
  issues: readonly NamedIssue[],
): (word: QuestionWord) => boolean {
  const stems = new Set([
    ...actors.flatMap(({ names }) => names.flat().map(({ stem }) => stem)),
    ...issues.flatMap(({ names, further }) => [...names.flat(), ...further]),
  ]);
  return ({ stem }) => stems.has(stem);
}

/** Whether words are the whole name of an issue: the texts may have an actor “Brexit”, but nobody asks for its views. */
function namesIssue(
  issues: readonly NamedIssue[],
  conceptsOf: ConceptReader,
): (words: readonly QuestionWord[]) => boolean {
  const names = new Set(
    issues.flatMap(({ names: wordings }) => wordings.map((wording) => wording.join(' '))),
  );
  return (words) => names.has(conceptsOf(words).join(' '));
}

/** All readings of a question, the likeliest first. */
function* readAll(
  question: string,
  actors: readonly NamedActor[],
  issues: readonly NamedIssue[],
  { lexicon, register, synonyms, today }: AskKnowledge,
): Generator<Reading> {
  const plain = readQuestion(question);
  const conceptsOf = createConceptReader(register);
  const isNamed = namedWords(actors, issues);
  const isIssue = namesIssue(issues, conceptsOf);
  for (const protection of PROTECTIONS) {
    const tagged = tagWords(plain, lexicon, { issues, isNamed, protection });
    const dates = findDates(tagged, today);
    const spent = new Set(dates.used);
    const { words, castings, mentions } = assignRoles(tagged, actors, { spent, isIssue });
    for (const roles of castings)
      yield readCasting({ words, spent, roles, mentions, dates }, issues, { conceptsOf, synonyms });
  }
}

function understandReading(
  reading: Reading,
  issues: readonly NamedIssue[],
  knowledge: AskKnowledge,
): Understanding {
  const { understood, content, form, slots } = reading;
  const fail = (problem: string, near: readonly NamedThing[] = []) => ({
    kind: 'unanswerable' as const,
    understood,
    problem,
    near,
  });
  if (reading.unknown !== undefined) {
    const { register, synonyms } = knowledge;
    const near = findNeighbours(content, issues, { conceptsOf: createConceptReader(register), synonyms });
    return {
      ...fail(`no issue and no actor of the graph is called ${reading.unknown}`, near),
      ...(near.length === 0 ? { known: issues } : {}),
    };
  }
  if (reading.problem !== undefined) return fail(reading.problem);
  const chosen = chooseQuery(form, slots);
  // A choice helps only where there is a query that waits for it.
  if (reading.unclear !== undefined && chosen !== undefined) return { kind: 'ambiguous', ...reading.unclear };
  if (chosen === undefined) {
    if (slots.partner !== undefined) return fail('it names several actors; ask for one at a time');
    const instead = chooseQuery({ ...form, asks: new Set(['position']), isYesNo: false }, slots);
    return { ...fail('no question of the library asks for this, or not with all of it'), instead };
  }
  const [first] = reading.namesakes;
  const namesakes = reading.namesakes.slice(1).map((iri) => ({
    ...chosen,
    parameters: new Map([...chosen.parameters].map(([name, value]) => [name, value === first ? iri : value])),
  }));
  return { kind: 'query', understood, notes: reading.notes, namesakes, ...chosen };
}

/** Maps a plain question onto a query of the library, by the names of the graph and the words of the lexicon alone. */
export function understandQuestion(
  question: string,
  store: ClaimStore,
  knowledge: AskKnowledge,
): Understanding {
  const words = readQuestion(question);
  const nothing = { understood: [], near: [] };
  if (words.length === 0) return { kind: 'unanswerable', problem: 'the question is empty', ...nothing };
  const actors = listActors(store, knowledge.register);
  const issues = listIssues(store, createConceptReader(knowledge.register));
  let failure: Understanding | undefined;
  for (const reading of readAll(question, actors, issues, knowledge)) {
    const refusal = refuseQuestion(reading.words, words.some(isDenial));
    if (refusal !== undefined) {
      const { understood, form, slots } = reading;
      const instead = refusal.isNear ? chooseQuery(form, slots) : undefined;
      return { kind: 'unanswerable', problem: refusal.problem, understood, near: [], instead };
    }
    const understanding = understandReading(reading, issues, knowledge);
    if (understanding.kind !== 'unanswerable') return understanding;
    failure ??= understanding;
  }
  return failure ?? { kind: 'unanswerable', problem: 'nothing of it was understood', ...nothing };
}
