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

/** Questions that show what can be asked, where nothing of a question comes near to one. */
const TYPICAL = ['who-rejects', 'who-supports', 'positions-of-actor', 'positions-on-issue', 'issue-overview'];
/** So many questions of the library are suggested. */
const MOST_SUGGESTED = 5;

/** The telling words of a question, as far as their first letters: “contradicting” asks for “contradicts”. */
function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)).filter((stem) => !COMMON.has(stem)));
}

const COMMON: ReadonlySet<string> = new Set(
  [
    'actor',
    'articl',
    'about',
    'claim',
    'issue',
    'their',
    'there',
    'where',
    'which',
    'whose',
    'words',
  ].flatMap((stem) => [stem, `${stem}s`.slice(0, 6)]),
);

/** The questions of the library that share most words with the one asked, each as a line. */
function suggestQueries(question: string): readonly string[] {
  const library = readQueryLibrary(packagePath('queries'));
  const asked = stemsOf(question);
  const near = library
    .map((one) => {
      const words = stemsOf(`${one.name} ${one.title ?? ''} ${one.question ?? ''}`);
      return { ...one, shared: [...words].filter((word) => asked.has(word)).length };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((left, right) => right.shared - left.shared)
    .slice(0, MOST_SUGGESTED);
  const shown = near.length > 0 ? near : library.filter(({ name }) => TYPICAL.includes(name));
  return [
    'can be asked, for example (demarche query NAME):',
    ...shown.map((one) => `  ${one.name}: ${one.question ?? one.title ?? ''}`),
    `  and ${library.length - shown.length} more: demarche queries`,
  ];
}

/** What was made of a question, in lines. */
export function explainUnderstanding(understanding: Understanding, question = ''): readonly string[] {
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
        ...suggestQueries(question),
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
