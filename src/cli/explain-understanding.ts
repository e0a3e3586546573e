import type { ChosenQuery } from '../ask/choose-query.ts';
import { listThings } from '../ask/find-issues.ts';
import type { NamedThing } from '../ask/named-things.ts';
import type { Understanding } from '../ask/understand-question.ts';
import { packagePath } from '../io/package-files.ts';
import { readQueryLibrary } from '../query/library.ts';
import { shortenIri } from '../query/prefixes.ts';

/** A query as a command that can be given again. */
function commandOf({ query, parameters }: ChosenQuery): string {
  const values = [...parameters].map(([name, value]) => ` --param ${name}=${shortenIri(value)}`);
  return `demarche query ${query}${values.join('')}`;
}

/** So many issues of a graph are named to whom asks for none of them. */
const MOST_KNOWN = 10;

function listKnown(issues: readonly NamedThing[]): readonly string[] {
  if (issues.length === 0) return ['the graph has no issues; name some with "demarche build --issues"'];
  const more = issues.length - MOST_KNOWN;
  return [
    'issues of the graph:',
    ...listThings(issues.slice(0, MOST_KNOWN)).map((issue) => `  ${issue}`),
    ...(more > 0 ? [`  and ${more} more: demarche query issue-overview`] : []),
  ];
}

/** What was made of a question, in lines. */
export function explainUnderstanding(understanding: Understanding): readonly string[] {
  switch (understanding.kind) {
    case 'query': {
      const { understood, notes, namesakes } = understanding;
      const others =
        namesakes.length === 0
          ? []
          : [`and the same for ${namesakes.length} more of this name, whom no register tells apart`];
      return [
        ...(understood.length === 0 ? [] : [`understood: ${understood.join('; ')}`]),
        ...notes,
        commandOf(understanding),
        ...others,
      ];
    }
    case 'ambiguous':
      return [
        understanding.choices.length === 1
          ? `${understanding.words} is not the whole name of an ${understanding.what}; perhaps this is meant:`
          : `${understanding.words} may be ${understanding.choices.length} ${understanding.what}s; ask with more of the name:`,
        ...listThings(understanding.choices).map((choice) => `  ${choice}`),
      ];
    case 'unanswerable':
      return [
        `not answered: ${understanding.problem}`,
        ...(understanding.near.length === 0
          ? []
          : ['issues that come near:', ...listThings(understanding.near).map((choice) => `  ${choice}`)]),
        ...(understanding.known === undefined ? [] : listKnown(understanding.known)),
        ...(understanding.instead === undefined
          ? []
          : [`what was said may tell: ${commandOf(understanding.instead)}`]),
        understanding.understood.length === 0
          ? 'nothing of it was understood'
          : `understood: ${understanding.understood.join('; ')}`,
        'the library answers (demarche query NAME):',
        ...readQueryLibrary(packagePath('queries')).map(
          ({ name, question = '' }) => `  ${name}: ${question}`,
        ),
      ];
    default:
      return understanding satisfies never;
  }
}

/** Stances that a query's own name says. */
const STANCE_OF_QUERY: Readonly<Record<string, string>> = {
  'who-rejects': 'rejects',
  'who-supports': 'supports',
  'who-concedes': 'concedes',
};

/** Where to look when nobody takes the stance: who comes near to it. */
export function hintNearMisses({ query, parameters }: ChosenQuery): readonly string[] {
  const issue = parameters.get('issue');
  const stance = parameters.get('stance') ?? STANCE_OF_QUERY[query];
  if (issue === undefined || query === 'near-misses') return [];
  const holder = parameters.get('holder');
  if (stance === undefined) {
    return [
      `nothing of that; all positions: ${commandOf({ query: 'positions-on-issue', parameters: new Map([['issue', issue]]) })}`,
    ];
  }
  const asked = new Map([
    ['issue', issue],
    ['stance', stance],
    ...(holder === undefined ? [] : [['holder', holder] as const]),
  ]);
  return [`who comes near, and why not: ${commandOf({ query: 'near-misses', parameters: asked })}`];
}
