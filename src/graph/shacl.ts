import type { Quad, Term } from '@rdfjs/types';
import { Validator } from 'shacl-engine';
import type { PathStep, Result } from 'shacl-engine';
import { termFactory } from '../rdf/terms.ts';
import { PREFIXES, sh, xsd } from '../rdf/vocabulary.ts';
import { createNodeDataset } from './node-dataset.ts';
import type { Severity, Violation } from './violation.ts';

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
    ...(found === undefined || found.termType === 'Quad' || found.equals(focusNode.term)
      ? {}
      : { value: found.value }),
  };
}

/** What no xsd:string may hold: halves of surrogate pairs and what is no character. */
const NO_STRING = /[\p{Cs}\uFFFE\uFFFF]/u;

/**
 * Whether the engine takes a string for none: its check (rdf-validation 0.1) knows no character beyond U+FFFF, so
 * that “We will never give up 💪” breaks `sh:datatype xsd:string`.
 */
function isMistaken(
  { constraintComponent, shape, value }: Result,
  datatypes: ReadonlyMap<string, Term>,
): boolean {
  const found = value?.term;
  return (
    constraintComponent.equals(sh.DatatypeConstraintComponent) &&
    found?.termType === 'Literal' &&
    found.datatype.equals(xsd.string) &&
    found.datatype.equals(datatypes.get(shape.ptr.term.value)) &&
    !NO_STRING.test(found.value)
  );
}

/** Checks the union of the quads' graphs against SHACL Core shapes. */
export async function checkShapes(
  quads: Iterable<Quad>,
  shapes: readonly Quad[],
): Promise<readonly Violation[]> {
  const validator = new Validator(createNodeDataset(shapes), { factory: termFactory });
  const { results } = await validator.validate({ dataset: createNodeDataset(quads) });
  const owners = findOwners(shapes);
  const datatypes = new Map(
    shapes.flatMap(({ subject, predicate, object }) =>
      predicate.equals(sh.datatype) ? [[subject.value, object] as const] : [],
    ),
  );
  return results
    .filter((result) => !isMistaken(result, datatypes))
    .map((result) => toViolation(result, owners));
}
