import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import type { Finding } from '../finding.ts';
import { readTurns, type Turn } from '../read-turns.ts';
import { isQuotationMark } from '../token-range.ts';

/**
 * A turn of an interview or a transcript: “Blinken: We have made that clear.” and, as Wikinews prints interviews,
 * “((Zara Kay)) I was born in Tanzania.”
 */
export const speakerTurn: AttributionRule = {
  name: 'speaker-turn',
  find: ({ text }: Reading) =>
    readTurns(text)
      .filter(({ asks }) => !asks)
      .map((turn) => toFinding(text, turn)),
};

function toFinding(text: AnnotatedText, { label: { name, mark }, words, headline }: Turn): Finding {
  const isQuoted = isQuotationMark(text.tokens[mark.end]);
  return {
    rule: headline ? 'headline-colon' : 'speaker-turn',
    source: [name],
    cue: [mark],
    cueToken: mark.first,
    cueLemma: ':',
    cueKind: 'colon',
    negated: false,
    content: words.flatMap((range) => cutContent(text, range, [])),
    ...(headline || isQuoted ? {} : { reporting: 'direct' as const }),
    weight: headline && !isShortName(name.end - name.first) ? 0.4 : 0.8,
  };
}

function isShortName(length: number): boolean {
  return length <= 3;
}
