import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, quotationRange } from '../complement.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import { isQuotationMark } from '../token-range.ts';
import type { WordCue } from '../word-cue.ts';

/** “Ankara, however, has rejected as “impossible”.”: the object is left out, the verdict is quoted. */
export const ellipticReport: AttributionRule = {
  name: 'elliptic-report',
  find: ({ text, verbs }: Reading) => verbs.flatMap((cue) => attribute(text, cue) ?? []),
};

const REACH = 3;

function attribute(text: AnnotatedText, cue: WordCue): Finding | undefined {
  if (cue.entry.kind === 'act' || cue.source === undefined || cue.mood !== 'told') return undefined;
  if (!cue.entry.complements.has('obj')) return undefined;
  const mark = text.tokens
    .slice(cue.range.end, cue.range.end + REACH)
    .find((token) => isQuotationMark(token) && token.sentence === cue.token.sentence);
  const range = mark === undefined ? undefined : quotationRange(text, mark.quotation);
  if (mark === undefined || range?.first !== mark.index) return undefined;
  return findingOf('elliptic-report', cue, cutContent(text, range, []), 0.9);
}
