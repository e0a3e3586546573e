import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from './compare-code-units.ts';
import { instancePrefixes } from './iris.ts';
import { TermWriter } from './term-writer.ts';

/** The formats that we write. */
export const WRITTEN_FORMATS = ['trig', 'turtle', 'nquads', 'ntriples'] as const;

/** A format that we write: TriG and N-Quads keep the graphs, Turtle and N-Triples write their union. */
export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

/** How to write: prefixes are those of our vocabulary and instances unless others are given; only those in use are declared. */
export interface SerialiseOptions {
  readonly prefixes?: Readonly<Record<string, string>>;
}

const NO_PREDICATES: ReadonlyMap<string, Set<string>> = new Map();

type Grouped = Map<string, Map<string, Set<string>>>;

/** Groups the quads of one graph: written subject → written predicate → written objects. */
function groupBySubject(quads: readonly Quad[], writer: TermWriter): Grouped {
  const subjects: Grouped = new Map();
  for (const quad of quads) {
    const subject = writer.term(quad.subject);
    const predicates = subjects.get(subject) ?? new Map<string, Set<string>>();
    subjects.set(subject, predicates);
    const predicate = writer.predicate(quad.predicate);
    const objects = predicates.get(predicate) ?? new Set<string>();
    predicates.set(predicate, objects.add(writer.term(quad.object)));
  }
  return subjects;
}

function comparePredicates(left: string, right: string): number {
  if (left === 'a' || right === 'a') return left === right ? 0 : left === 'a' ? -1 : 1;
  return compareCodeUnits(left, right);
}

function* writeSubjects(subjects: Grouped, indent: string): Generator<string> {
  for (const subject of [...subjects.keys()].toSorted(compareCodeUnits)) {
    const predicates = subjects.get(subject) ?? NO_PREDICATES;
    const lines = [...predicates.keys()].toSorted(comparePredicates).map((predicate) => {
      const objects = [...(predicates.get(predicate) ?? [])].toSorted(compareCodeUnits);
      return `${indent}    ${predicate} ${objects.join(', ')}`;
    });
    yield `\n${indent}${subject}\n${lines.join(' ;\n')} .\n`;
  }
}

function* writeTurtle(
  quads: readonly Quad[],
  options: { prefixes: Readonly<Record<string, string>>; named: boolean },
) {
  const writer = new TermWriter(options.prefixes);
  const graphs = new Map<string, Quad[]>();
  for (const quad of quads) {
    const graph = options.named ? writer.term(quad.graph) : '';
    const members = graphs.get(graph);
    if (members === undefined) graphs.set(graph, [quad]);
    else members.push(quad);
  }
  const blocks = [...graphs.keys()]
    .toSorted(compareCodeUnits)
    .map((graph) => ({ graph, subjects: groupBySubject(graphs.get(graph) ?? [], writer) }));
  // All terms are written by now, so it is known which prefixes are in use.
  for (const prefix of [...writer.used].toSorted(compareCodeUnits)) {
    yield `PREFIX ${prefix}: <${options.prefixes[prefix]}>\n`;
  }
  for (const { graph, subjects } of blocks) {
    if (graph === '') {
      yield* writeSubjects(subjects, '');
    } else {
      yield `\nGRAPH ${graph} {`;
      yield* writeSubjects(subjects, '  ');
      yield '}\n';
    }
  }
}

/** Lines sorted as a whole: by subject first, since a subject's end comes before whatever would go on from it. */
function* writeLines(quads: readonly Quad[], options: { named: boolean }): Generator<string> {
  const writer = new TermWriter({});
  const subjects = new Map<string, string[]>();
  for (const { subject, predicate, object, graph } of quads) {
    const start = writer.term(subject);
    const rests = subjects.get(start) ?? [];
    if (rests.length === 0) subjects.set(start, rests);
    const name = options.named && graph.termType !== 'DefaultGraph' ? ` ${writer.term(graph)}` : '';
    rests.push(`${writer.term(predicate)} ${writer.term(object)}${name}`);
  }
  // Sorting without a function of ours compares code units too, and takes a quarter of the time.
  for (const start of [...subjects.keys()].sort()) {
    const rests = (subjects.get(start) ?? []).sort();
    const distinct = rests.filter((rest, index) => rest !== rests[index - 1]);
    yield `${start} ${distinct.join(` .\n${start} `)} .\n`;
  }
}

/** The quads in pieces of text, to be written one after the other: sorted, so that equal sets give equal bytes. */
export function serialiseInPieces(
  quads: readonly Quad[],
  format: WrittenFormat,
  { prefixes = instancePrefixes() }: SerialiseOptions = {},
): Generator<string> {
  switch (format) {
    case 'trig':
      return writeTurtle(quads, { prefixes, named: true });
    case 'turtle':
      return writeTurtle(quads, { prefixes, named: false });
    case 'nquads':
      return writeLines(quads, { named: true });
    case 'ntriples':
      return writeLines(quads, { named: false });
    default:
      return format satisfies never;
  }
}

/**
 * The quads as text. Prefixes, graphs, subjects, predicates and objects are sorted by code units, `a` first, one
 * predicate a line; triple terms are written as RDF 1.2 does. The same set of quads always gives the same bytes.
 */
export function serialise(
  quads: readonly Quad[],
  format: WrittenFormat,
  options: SerialiseOptions = {},
): string {
  return [...serialiseInPieces(quads, format, options)].join('');
}
