import type { Quad, Quad_Object, Term } from '@rdfjs/types';
import { eachDistinct } from '../rdf/distinct-quads.ts';
import { languageLiteral, namedNode, quad, termFactory, typedLiteral } from '../rdf/terms.ts';
import { isQuad, readAll } from '../store/evaluate/read-term.ts';

/** A CONSTRUCT: what it asks for, in the engine's algebra, and the triples that it makes of each solution. */
export interface Construction {
  readonly solutions: unknown;
  readonly template: readonly Template[];
}

/** A triple of a template; its terms may be variables. */
type Template = Pick<Quad, 'subject' | 'predicate' | 'object'>;

type Row = ReadonlyMap<string, Term>;

/** Reads a CONSTRUCT; undefined for anything else. Its LIMIT and OFFSET stand outside in the algebra and are about solutions. */
export function readConstruction(algebra: object): Construction | undefined {
  const node: Readonly<Record<string, unknown>> = { ...algebra };
  if (node['type'] === 'slice' && typeof node['input'] === 'object' && node['input'] !== null) {
    const inner = readConstruction(node['input']);
    return inner && { ...inner, solutions: { ...node, input: inner.solutions } };
  }
  if (node['type'] !== 'construct') return undefined;
  const template = readAll(node['template'], (triple) =>
    isQuad(triple) && !hasDirection(triple) ? triple : undefined,
  );
  return template === undefined ? undefined : { solutions: node['input'], template };
}

/**
 * The triples of all solutions, each once; those that no RDF graph can hold or that lack a value are left out.
 * `given` are variables that have a value from the start, also where no pattern names them.
 */
export function constructQuads(
  template: readonly Template[],
  rows: Iterable<Row>,
  given: Row,
): Iterable<Quad> {
  return eachDistinct(makeQuads(template, rows, given));
}

function* makeQuads(template: readonly Template[], rows: Iterable<Row>, given: Row): Iterable<Quad> {
  let solution = 0;
  for (const found of rows) {
    const row = given.size === 0 ? found : new Map([...given, ...found]);
    solution += 1;
    for (const triple of template) {
      const made = makeTriple(triple, row, `made-${solution}-`);
      if (made !== undefined) yield made;
    }
  }
}

function makeTriple(
  { subject, predicate, object }: Template,
  row: Row,
  blankPrefix: string,
): Quad | undefined {
  const [s, p, o] = [subject, predicate, object].map((term) => makeTerm(term, row, blankPrefix));
  if (s?.termType !== 'NamedNode' && s?.termType !== 'BlankNode') return undefined;
  return p?.termType === 'NamedNode' && o !== undefined ? quad(s, p, o) : undefined;
}

/** A term of a template: a variable has its value, a blank node is another one for each solution. */
function makeTerm(term: Term, row: Row, blankPrefix: string): Quad_Object | undefined {
  switch (term.termType) {
    case 'Variable':
      return valueIn(row, term.value);
    case 'BlankNode':
      return termFactory.blankNode(blankPrefix + term.value);
    case 'NamedNode':
      return namedNode(term.value);
    case 'Literal':
      return term.language === ''
        ? typedLiteral(term.value, namedNode(term.datatype.value))
        : languageLiteral(term.value, term.language);
    case 'Quad':
      return isQuad(term) ? makeTriple(term, row, blankPrefix) : undefined;
    case 'DefaultGraph':
    default:
      return undefined;
  }
}

function valueIn(row: Row, variable: string): Quad_Object | undefined {
  const value = row.get(variable);
  if (isQuad(value)) return value;
  return value?.termType === 'NamedNode' || value?.termType === 'BlankNode' || value?.termType === 'Literal'
    ? value
    : undefined;
}

/** A text with a direction of writing is so rare in a template that the engine may have it. */
function hasDirection(term: Term): boolean {
  if (term.termType === 'Quad') return [term.subject, term.predicate, term.object].some(hasDirection);
  return term.termType === 'Literal' && (term.direction ?? '') !== '';
}
