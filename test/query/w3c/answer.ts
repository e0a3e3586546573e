import type { Quad, Term } from '@rdfjs/types';

/** What a query gives or should give, held in memory. */
export type Answer =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'quads'; readonly quads: readonly Quad[] }
  | {
      readonly kind: 'rows';
      readonly rows: readonly Row[];
      readonly isOrdered: boolean;
      readonly variables?: readonly string[];
    }
  | { readonly kind: 'error'; readonly message: string };

type Row = ReadonlyMap<string, Term>;

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** How closely terms must agree: numbers by their value, or every term to the letter. */
export type Closeness = 'value' | 'letter';

/** Whether two answers are the same but for the names of blank nodes. Order counts where both are ordered. */
export function isSameAnswer(one: Answer, other: Answer, closeness: Closeness): boolean {
  if (one.kind === 'boolean' && other.kind === 'boolean') return one.value === other.value;
  if (one.kind === 'error' && other.kind === 'error') return true;
  if (one.kind === 'quads' && other.kind === 'quads') {
    const distinct = (quads: readonly Quad[]): readonly Line[] => [
      ...new Map(quads.map((quad) => [lineKey(cellsOf(quad)), cellsOf(quad)])).values(),
    ];
    return haveOneNaming(distinct(one.quads), distinct(other.quads), { closeness, isOrdered: false });
  }
  if (one.kind === 'rows' && other.kind === 'rows') {
    const isOrdered = one.isOrdered && other.isOrdered;
    return haveOneNaming(one.rows.map(linesOf), other.rows.map(linesOf), { closeness, isOrdered });
  }
  return false;
}

/** An answer with each of its rows once. */
export function withoutRepetitions(answer: Answer): Answer {
  if (answer.kind !== 'rows') return answer;
  const distinct = new Map(answer.rows.map((row) => [lineKey(linesOf(row)), row]));
  return { kind: 'rows', rows: [...distinct.values()], isOrdered: false };
}

/** A row or a quad: its terms, each with the name of its place, in the order of these. */
type Line = readonly (readonly [string, Term])[];

function cellsOf({ subject, predicate, object, graph }: Quad): Line {
  return [
    ['s', subject],
    ['p', predicate],
    ['o', object],
    ['g', graph],
  ];
}

function linesOf(row: Row): Line {
  return [...row].sort(([left], [right]) => (left < right ? -1 : 1));
}

function lineKey(line: Line): string {
  return line.map(([name, term]) => `${name}=${termKey(term, 'letter', (label) => label)}`).join(' ');
}

function termKey(term: Term, closeness: Closeness, nameBlank: (label: string) => string): string {
  switch (term.termType) {
    case 'BlankNode':
      return `_:${nameBlank(term.value)}`;
    case 'Quad':
      return `<<${[term.subject, term.predicate, term.object]
        .map((part) => termKey(part, closeness, nameBlank))
        .join(' ')}>>`;
    case 'Literal': {
      const type = term.datatype.value;
      const isNumber = /#(?:integer|decimal|float|double)$/u.test(type) && type.startsWith(XSD);
      const number = Number(term.value.replace(/^([+-]?)INF$/u, '$1Infinity'));
      const value =
        closeness === 'value' && isNumber && !Number.isNaN(number)
          ? String(Number(number.toPrecision(6)))
          : term.value;
      return `"${value}"@${term.language.toLowerCase()}^^${type}`;
    }
    case 'NamedNode':
    case 'Variable':
    case 'DefaultGraph':
    default:
      return `<${term.termType} ${term.value}>`;
  }
}

/** Searches for a naming of the blank nodes on one side by those on the other, line by line, and goes back where it fails. */
function haveOneNaming(
  ones: readonly Line[],
  others: readonly Line[],
  { closeness, isOrdered }: { readonly closeness: Closeness; readonly isOrdered: boolean },
): boolean {
  if (ones.length !== others.length) return false;
  const key = (line: Line): string =>
    line.map(([name, term]) => `${name}=${termKey(term, closeness, () => '')}`).join(' ');
  const otherKeys = others.map(key);
  const isTaken = others.map(() => false);
  const names = new Map<string, string>();

  function search(at: number): boolean {
    const line = ones[at];
    if (line === undefined) return true;
    const lineShape = key(line);
    for (const [place, other] of others.entries()) {
      if (isTaken[place] === true || otherKeys[place] !== lineShape || (isOrdered && place !== at)) continue;
      const added = nameAlike(line, other, names);
      if (added === undefined) continue;
      isTaken[place] = true;
      if (search(at + 1)) return true;
      isTaken[place] = false;
      for (const label of added) names.delete(label);
      // Without blank nodes one line of the same key is as good as another.
      if (added.length === 0 && blanksOf(line).length === 0) return false;
    }
    return false;
  }
  return search(0);
}

/** The labels that were newly named so that the lines agree; undefined where they cannot. */
function nameAlike(line: Line, other: Line, names: Map<string, string>): readonly string[] | undefined {
  const added: string[] = [];
  const otherBlanks = blanksOf(other);
  for (const [index, label] of blanksOf(line).entries()) {
    const wanted = otherBlanks[index] ?? '';
    const known = names.get(label);
    if (known === wanted) continue;
    if (known !== undefined || [...names.values()].includes(wanted)) {
      for (const undone of added) names.delete(undone);
      return undefined;
    }
    names.set(label, wanted);
    added.push(label);
  }
  return added;
}

function blanksOf(line: Line): readonly string[] {
  return line.flatMap(([, term]) => blanksIn(term));
}

function blanksIn(term: Term): readonly string[] {
  if (term.termType === 'BlankNode') return [term.value];
  return term.termType === 'Quad' ? [term.subject, term.predicate, term.object].flatMap(blanksIn) : [];
}
