import type { Quad } from '@rdfjs/types';
import { dip, rdf } from '../rdf/vocabulary.ts';
import { checkShapes } from './shacl.ts';
import { splitByArticle } from './split-by-article.ts';
import { checkRule } from './validation-rule.ts';
import type { SelectRows, ValidationRule } from './validation-rule.ts';
import { verifyEvidence } from './verify-evidence.ts';
import type { EvidenceReport, GivenTexts } from './verify-evidence.ts';
import { sortViolations } from './violation.ts';

/** What a graph is checked against. */
export interface ValidateOptions {
  /** SHACL Core shapes: `ontology/shapes.ttl`, and the user's own. */
  readonly shapes: readonly Quad[];
  /** The rules of `ontology/rules/validation`; they need `openQuads`. */
  readonly rules?: readonly ValidationRule[];
  /** Makes quads ready to be asked; called once for each part of a large graph. */
  readonly openQuads?: (quads: readonly Quad[]) => SelectRows;
  /** Texts of the articles, for a graph that does not hold them or to hold it against. */
  readonly texts?: GivenTexts;
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
  const { shapes, rules = [], openQuads, texts, onProgress } = options;
  onProgress?.(`comparing words with texts (${quads.length} quads)`);
  const evidence = verifyEvidence(quads, texts);
  onProgress?.('checking shapes');
  const violations = [...evidence.violations, ...(await checkShapes(quads, shapes))];
  if (openQuads !== undefined && rules.length > 0) {
    let judged = 0;
    for (const part of splitByArticle(quads)) {
      onProgress?.(`checking rules (${judged} of ${quads.length} quads)`);
      const select = openQuads(part);
      for (const rule of rules) violations.push(...(await checkRule(rule, select)));
      judged += part.length;
    }
  }
  const claims = new Set(
    quads
      .filter(({ predicate, object }) => predicate.equals(rdf.type) && object.equals(dip.Claim))
      .map(({ subject }) => subject.value),
  );
  return { ...evidence, violations: sortViolations(violations), claims: claims.size };
}
