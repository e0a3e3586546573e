import { createHash } from 'node:crypto';
import type { Quad } from '@rdfjs/types';
import { quad, stringLiteral } from '../../rdf/terms.ts';
import { dip, oa, schema } from '../../rdf/vocabulary.ts';

/** The words of articles that a graph repeats for readers. */
const REPEATED = new Set(
  [dip.quotation, dip.cueText, dip.condition, dip.dateExpression].map(({ value }) => value),
);

/**
 * The graph without the articles' texts: offsets and hashes stay, words longer than the limit go. What a selector
 * selected is then known by its SHA-256 (`schema:sha256`), so that whoever holds the article can verify it. Names of
 * actors, offices and headlines stay: they are not quotations.
 * @param limit the longest stretch of words that stays, in UTF-16 code units; 0 keeps none.
 */
export function withholdText(quads: readonly Quad[], limit: number): readonly Quad[] {
  return quads.flatMap((each) => {
    const { subject, predicate, object, graph } = each;
    if (predicate.equals(schema.articleBody)) return [];
    const isExact = predicate.equals(oa.exact);
    if (!isExact && !REPEATED.has(predicate.value)) return [each];
    if (object.value.length <= limit) return [each];
    if (!isExact) return [];
    const hash = createHash('sha256').update(object.value, 'utf8').digest('hex');
    return [quad(subject, schema.sha256, stringLiteral(hash), graph)];
  });
}
