import type { Quad, Term } from '@rdfjs/types';
import { Store } from 'n3';
import { Validator } from 'shacl-engine';
import type { PathStep, Result } from 'shacl-engine';
import { quad, termFactory } from '../rdf/terms.ts';
import { PREFIXES, sh } from '../rdf/vocabulary.ts';
import type { Severity, Violation } from './violation.ts';

/** The triples of all graphs as one: a shape sees a node whole, wherever its triples stand. */
function uniteGraphs(quads: Iterable<Quad>): Store {
  const store = new Store();
  for (const { subject, predicate, object } of quads) {
    if (predicate.termType === 'NamedNode') store.addQuad(quad(subject, predicate, object));
  }
  return store;
}

function severityOf(term: Term): Severity {
  if (term.value === `${PREFIXES.sh}Warning`) return 'warning';
  return term.value === `${PREFIXES.sh}Info` ? 'info' : 'violation';
}

function writePath(steps: readonly PathStep[]): string {
  const signs = { one: '', oneOrMore: '+', zeroOrMore: '*', zeroOrOne: '?' } as const;
  return steps
    .map(({ quantifier, start, predicates }) => {
      const names = predicates.map(({ value }) => value).join('|');
      return `${start === 'object' ? '^' : ''}${names}${signs[quantifier]}`;
    })
    .join('/');
}

/** For each shape without a name, the shape that holds it. */
function findOwners(shapes: readonly Quad[]): ReadonlyMap<string, Term> {
  const owners = new Map<string, Term>();
  for (const { subject, predicate, object } of shapes) {
    if (predicate.equals(sh.property) && object.termType === 'BlankNode') owners.set(object.value, subject);
  }
  return owners;
}

function nameOf(shape: Term, owners: ReadonlyMap<string, Term>): string {
  const owner = shape.termType === 'BlankNode' ? owners.get(shape.value) : undefined;
  return owner === undefined ? shape.value : nameOf(owner, owners);
}

function toViolation(result: Result, owners: ReadonlyMap<string, Term>): Violation {
  const { focusNode, path, message, severity, constraintComponent, shape, value } = result;
  const [sentence] = message;
  const found = value?.term;
  return {
    focusNode: focusNode.term.value,
    ...(path ? { path: writePath(path) } : {}),
    message: sentence?.value ?? `breaks ${constraintComponent.value}`,
    severity: severityOf(severity),
    shape: nameOf(shape.ptr.term, owners),
    ...(found === undefined || found.termType === 'Quad' ? {} : { value: found.value }),
  };
}

/** Checks the union of the quads' graphs against SHACL Core shapes. */
export async function checkShapes(
  quads: Iterable<Quad>,
  shapes: readonly Quad[],
): Promise<readonly Violation[]> {
  const validator = new Validator(uniteGraphs(shapes), { factory: termFactory });
  const { results } = await validator.validate({ dataset: uniteGraphs(quads) });
  const owners = findOwners(shapes);
  return results.map((result) => toViolation(result, owners));
}
