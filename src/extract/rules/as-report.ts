import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import { isPunctuation } from '../token-range.ts';
import type { WordCue } from '../word-cue.ts';
import { readPhraseContent } from './according-to.ts';

/** “As the abbot noted, the bridge held.”, “The bridge held, as reported by Radio Suva.”; not “as I said”. */
export const asReport: AttributionRule = {
  name: 'as-report',
  find: ({ text, verbs }: Reading) => verbs.flatMap((cue) => attribute(text, cue) ?? []),
};

function attribute(text: AnnotatedText, cue: WordCue): Finding | undefined {
  const { source, range, entry, mood } = cue;
  if (source === undefined || entry.kind === 'act' || mood === 'infinitive') return undefined;
  const reports = entry.complements.has('that') || entry.complements.has('that-only');
  const first = Math.min(source.first, range.first) - 1;
  const as = text.tokens[first];
  if (!reports || as === undefined || !/^as$/iu.test(as.form) || as.sentence !== cue.token.sentence)
    return undefined;
  const end = findEnd(text, as, Math.max(source.end, range.end));
  const inDialogue = /^(?:I|we|you)$/iu.test(text.tokens[source.first]?.form ?? '');
  if (end === undefined || inDialogue || !opens(text, as)) return undefined;
  const content = readPhraseContent(text, { first, end: first + 1 }, { first, end });
  return findingOf('as-report', cue, content, 1);
}

/** Set off from what it speaks of: at the start, or after a mark. */
function opens(text: AnnotatedText, as: Token): boolean {
  const before = text.tokens[as.index - 1];
  return before === undefined || before.sentence !== as.sentence || isPunctuation(before);
}

const LONGEST_REST = 6;

/** “As the abbot noted | on Tuesday |, …”: nothing that is said follows the verb. */
function findEnd(text: AnnotatedText, as: Token, first: number): number | undefined {
  const limit = Math.min(first + LONGEST_REST + 1, text.sentences[as.sentence]?.endToken ?? first);
  const stop = text.tokens.slice(first, limit).find((token) => isPunctuation(token));
  if (stop === undefined || !/^[,.–—]$/u.test(stop.form)) return undefined;
  const rest = text.tokens.slice(first, stop.index);
  const circumstance = rest.every(
    ({ xpos }, place) => !/^(?:VB|MD|PRP|WDT|WP)/u.test(xpos) || (place === 0 && xpos === 'PRP'),
  );
  return circumstance && (rest.length <= 1 || /^(?:IN|RB|NNP|TO)$/u.test(rest[0]?.xpos ?? ''))
    ? stop.index
    : undefined;
}
