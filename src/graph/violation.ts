import { compareCodeUnits } from '../rdf/compare-code-units.ts';

/** How bad a violation is, after SHACL. */
export type Severity = 'violation' | 'warning' | 'info';

/** Something in a graph that must not be so. */
export interface Violation {
  /** The IRI of the node that is wrong. */
  readonly focusNode: string;
  /** The property, by full IRI, through which it is wrong; `^` stands before an inverse one. */
  readonly path?: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  readonly severity: Severity;
  /** What found it: a shape's IRI, `rule:end-within-text`, `text:exact-words`. */
  readonly shape: string;
  /** The offending value, where there is one. */
  readonly value?: string;
}

/** The violations in a fixed order, without repetition. */
export function sortViolations(violations: readonly Violation[]): readonly Violation[] {
  const byKey = new Map(
    violations.map((violation) => {
      const { focusNode, path = '', message, shape, value = '' } = violation;
      return [JSON.stringify([focusNode, path, shape, message, value]), violation];
    }),
  );
  return [...byKey.keys()].toSorted(compareCodeUnits).flatMap((key) => byKey.get(key) ?? []);
}
