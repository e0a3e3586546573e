import type { Quad } from '@rdfjs/types';
import { dip, rdf } from '../rdf/vocabulary.ts';
import { checkShapes } from './shacl.ts';
import { checkRule } from './validation-rule.ts';
import type { SelectRows, ValidationRule } from './validation-rule.ts';
import { verifyEvidence } from './verify-evidence.ts';
import type { EvidenceReport } from './verify-evidence.ts';
import { sortViolations } from './violation.ts';

/** What a graph is checked against. */
export interface ValidateOptions {
  /** SHACL Core shapes: `ontology/shapes.ttl`, and the user's own. */
  readonly shapes: readonly Quad[];
  /** The rules of `ontology/rules/validation`; they need `select`. */
  readonly rules?: readonly ValidationRule[];
  readonly select?: SelectRows;
  /** Texts by SHA-256, for a graph that does not hold them. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Is told what is being checked, for whoever waits. */
  readonly onProgress?: (step: string) => void;
}

/** What the validation found: violations in a fixed order, and how much there was to find them in. */
export interface ValidationReport extends EvidenceReport {
  readonly claims: number;
}

/** Checks a graph of claims, issues or entities against shapes, whole-graph rules and the articles' texts. */
export async function validateGraph(
  quads: readonly Quad[],
  options: ValidateOptions,
): Promise<ValidationReport> {
  const { shapes, rules = [], select, texts, onProgress } = options;
  onProgress?.(`comparing words with texts (${quads.length} quads)`);
  const evidence = verifyEvidence(quads, texts);
  onProgress?.('checking shapes');
  const violations = [...evidence.violations, ...(await checkShapes(quads, shapes))];
  if (select !== undefined) {
    for (const rule of rules) {
      onProgress?.(`checking rule ${rule.name}`);
      violations.push(...(await checkRule(rule, select)));
    }
  }
  const claims = new Set(
    quads
      .filter(({ predicate, object }) => predicate.equals(rdf.type) && object.equals(dip.Claim))
      .map(({ subject }) => subject.value),
  );
  return { ...evidence, violations: sortViolations(violations), claims: claims.size };
}
