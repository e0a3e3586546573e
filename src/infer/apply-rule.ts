import type { Quad, Term } from '@rdfjs/types';
import { quad } from '../rdf/terms.ts';
import type { InferenceRule, RuleStep } from './inference-rule.ts';
import type { Solution } from './rule-expression.ts';

/** Key of one end of a triple → the terms at the other, by key. */
type Ends = ReadonlyMap<string, ReadonlyMap<string, Term>>;

/** Triples by predicate, then by subject and by object. */
export interface TripleIndex {
  readonly bySubject: ReadonlyMap<string, Ends>;
  readonly byObject: ReadonlyMap<string, Ends>;
  readonly subjects: ReadonlyMap<string, Term>;
}

const NONE: ReadonlyMap<string, Term> = new Map();

function keyOf(term: Term): string {
  return term.termType === 'Literal' ? `"${term.value}"${term.datatype.value}` : term.value;
}

type GrowingEnds = Map<string, Map<string, Term>>;

function add(index: Map<string, GrowingEnds>, predicate: Term, key: Term, value: Term): void {
  let ends = index.get(predicate.value);
  if (ends === undefined) index.set(predicate.value, (ends = new Map<string, Map<string, Term>>()));
  const known = ends.get(keyOf(key));
  if (known === undefined) ends.set(keyOf(key), new Map([[keyOf(value), value]]));
  else known.set(keyOf(value), value);
}

/** Indexes triples for rules; one that is given twice counts once. */
export function indexTriples(triples: Iterable<Quad>): TripleIndex {
  const bySubject = new Map<string, GrowingEnds>();
  const byObject = new Map<string, GrowingEnds>();
  const subjects = new Map<string, Term>();
  for (const { subject, predicate, object } of triples) {
    add(bySubject, predicate, subject, object);
    add(byObject, predicate, object, subject);
    subjects.set(keyOf(subject), subject);
  }
  return { bySubject, byObject, subjects };
}

function resolve(term: Term, solution: Solution): Term | undefined {
  return term.termType === 'Variable' ? solution.get(term.value) : term;
}

const EMPTY: Solution = { get: () => undefined };

/** A solution with one more variable: it points at the shorter one, for copies of all values would be most of the work. */
function extend(solution: Solution, variable: string, value: Term): Solution {
  return { get: (asked) => (asked === variable ? value : solution.get(asked)) };
}

function bound(solution: Solution, term: Term, value: Term): Solution | undefined {
  if (term.termType !== 'Variable') return keyOf(term) === keyOf(value) ? solution : undefined;
  const known = solution.get(term.value);
  if (known !== undefined) return keyOf(known) === keyOf(value) ? solution : undefined;
  return extend(solution, term.value, value);
}

/** The solutions that a pattern adds to one; its predicate is never a variable. */
function* matchPattern(pattern: Quad, solution: Solution, index: TripleIndex): Generator<Solution> {
  const { predicate } = pattern;
  const subject = resolve(pattern.subject, solution);
  const object = resolve(pattern.object, solution);
  if (subject !== undefined) {
    const objects = index.bySubject.get(predicate.value)?.get(keyOf(subject)) ?? NONE;
    if (object !== undefined) {
      if (objects.has(keyOf(object))) yield solution;
      return;
    }
    for (const value of objects.values()) {
      const next = bound(solution, pattern.object, value);
      if (next !== undefined) yield next;
    }
  } else if (object !== undefined) {
    const found = index.byObject.get(predicate.value)?.get(keyOf(object)) ?? NONE;
    for (const value of found.values()) {
      const next = bound(solution, pattern.subject, value);
      if (next !== undefined) yield next;
    }
  } else {
    for (const [key, values] of index.bySubject.get(predicate.value) ?? []) {
      const first = index.subjects.get(key);
      const start = first === undefined ? undefined : bound(solution, pattern.subject, first);
      if (start === undefined) continue;
      for (const value of values.values()) {
        const next = bound(start, pattern.object, value);
        if (next !== undefined) yield next;
      }
    }
  }
}

function* matchAll(patterns: readonly Quad[], solution: Solution, index: TripleIndex): Generator<Solution> {
  const [first, ...rest] = patterns;
  if (first === undefined) {
    yield solution;
    return;
  }
  for (const next of matchPattern(first, solution, index)) yield* matchAll(rest, next, index);
}

function isEmpty(solutions: Generator<Solution>): boolean {
  return solutions.next().done === true;
}

/** What a step makes of a solution: the same, a longer one, or none. */
function takeStep(step: RuleStep, solution: Solution, index: TripleIndex): readonly Solution[] {
  switch (step.kind) {
    case 'filter':
      return step.expression(solution) === true ? [solution] : [];
    case 'bind': {
      const value = step.expression(solution);
      if (typeof value !== 'object') return [solution];
      return [extend(solution, step.variable, value)];
    }
    case 'minus':
      return isEmpty(matchAll(step.patterns, solution, index)) ? [solution] : [];
    case 'optional': {
      const found = [...matchAll(step.patterns, solution, index)];
      return found.length === 0 ? [solution] : found;
    }
    default:
      return step satisfies never;
  }
}

function instantiate({ subject, predicate, object }: Quad, solution: Solution): Quad | undefined {
  const [s, p, o] = [resolve(subject, solution), resolve(predicate, solution), resolve(object, solution)];
  if (s?.termType !== 'NamedNode' || p?.termType !== 'NamedNode') return undefined;
  return o?.termType === 'NamedNode' || o?.termType === 'Literal' ? quad(s, p, o) : undefined;
}

function variablesOf(patterns: readonly Quad[]): ReadonlySet<string> {
  const terms = patterns.flatMap(({ subject, predicate, object }) => [subject, predicate, object]);
  return new Set(terms.filter(({ termType }) => termType === 'Variable').map(({ value }) => value));
}

/**
 * How many patterns of a rule bind all that its template and its BINDs name. What the others find is only asked for:
 * “Chile, Peru and Bolivia agree” needs one ally for each, not each pair of allies. All patterns where an OPTIONAL may
 * bind what is named.
 */
function countTelling({ template, patterns, steps }: InferenceRule): number {
  const optional = steps.flatMap((step) => (step.kind === 'optional' ? step.patterns : []));
  const named = new Set([
    ...variablesOf(template),
    ...steps.flatMap((step) => (step.kind === 'bind' ? step.names : [])),
  ]);
  const bound = variablesOf(patterns);
  const asked = [...named].filter((variable) => bound.has(variable));
  if ([...variablesOf(optional)].some((variable) => named.has(variable) && !bound.has(variable)))
    return patterns.length;
  for (let count = 1; count < patterns.length; count += 1) {
    const first = variablesOf(patterns.slice(0, count));
    if (asked.every((variable) => first.has(variable))) return count;
  }
  return patterns.length;
}

/** What a rule derives from one match of all its patterns. */
function deriveFrom(rule: InferenceRule, start: Solution, index: TripleIndex): readonly Quad[] {
  let solutions: readonly Solution[] = [start];
  for (const step of rule.steps) solutions = solutions.flatMap((one) => takeStep(step, one, index));
  return solutions.flatMap((solution) =>
    rule.template.flatMap((triple) => instantiate(triple, solution) ?? []),
  );
}

/**
 * The triples that a rule derives: index joins in the order in which the rule writes its patterns, with the bindings of
 * SPARQL. Written out, and not asked of the query engine, for speed: over the 666 positions of 1,000 claims Comunica
 * 5.4.1 took 9 to 19 s on the machine where this takes less than a second; a test holds both to the same answers.
 */
export function applyRule(rule: InferenceRule, index: TripleIndex): readonly Quad[] {
  const derived: Quad[] = [];
  const telling = countTelling(rule);
  const others = rule.patterns.slice(telling);
  for (const told of matchAll(rule.patterns.slice(0, telling), EMPTY, index)) {
    for (const start of matchAll(others, told, index)) {
      const found = deriveFrom(rule, start, index);
      for (const triple of found) derived.push(triple);
      // Every further match would derive the same.
      if (found.length > 0) break;
    }
  }
  return derived;
}
