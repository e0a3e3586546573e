import type { AnnotatedText, Quotation } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, quotationRange } from '../complement.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import { isPunctuation, type TokenRange } from '../token-range.ts';
import type { WordCue } from '../word-cue.ts';

/**
 * An attribution that a misplaced mark has drawn into the quotation:
 * “We need medicine and fuel. The mayor said:” We will ask our neighbours. “” and
 * We want the shelling to stop, “the mayor wrote on Sunday. “
 */
export const misplacedMarks: AttributionRule = {
  name: 'misplaced-marks',
  find: ({ text, verbs }: Reading) =>
    verbs.flatMap((cue) => {
      const quotation = text.quotations[cue.token.quotation];
      if (quotation === undefined || cue.source === undefined || !isSpeech(cue)) {
        return [];
      }
      const zone = {
        first: Math.min(cue.range.first, cue.source.first),
        end: Math.max(cue.range.end, cue.source.end),
      };
      return (
        endOfQuotation(text, cue, quotation, zone) ??
        startOfQuotation(text, cue, quotation, zone, verbs) ??
        []
      );
    }),
};

const REACH = 4;

function isSpeech(cue: WordCue): boolean {
  return cue.entry.kind === 'speech' && cue.entry.complements.has('that') && cue.mood === 'told';
}

function endOfQuotation(
  text: AnnotatedText,
  cue: WordCue,
  quotation: Quotation,
  zone: TokenRange,
): Finding | undefined {
  const range = quotationRange(text, quotation.index);
  if (range === undefined || zone.first - range.first < 3) return undefined;
  const rest = text.tokens.slice(zone.end, range.end);
  const colon = rest[0]?.form === ':';
  if (!colon || !rest.every((token) => isPunctuation(token))) return undefined;
  const block = text.sentences[cue.token.sentence]?.block;
  const after = text.sentences.filter(
    (sentence) => sentence.block === block && sentence.endToken > range.end,
  );
  const end = after.at(-1)?.endToken ?? range.end;
  const content = [
    ...cutContent(text, { first: range.first, end: zone.first }, []),
    ...cutContent(text, { first: range.end, end }, []),
  ];
  return findingOf('misplaced-marks', cue, content, 0.8);
}

function startOfQuotation(
  text: AnnotatedText,
  cue: WordCue,
  quotation: Quotation,
  zone: TokenRange,
  verbs: readonly WordCue[],
): Finding | undefined {
  const range = quotationRange(text, quotation.index);
  const sentence = text.sentences[cue.token.sentence];
  if (range === undefined || sentence === undefined || zone.first !== range.first + 1) return undefined;
  const comma = text.tokens[range.first - 1];
  const first = text.sentences.find((other) => other.block === sentence.block)?.firstToken;
  if (first === undefined || comma?.form !== ',' || range.first - first < 5) return undefined;
  const name = text.tokens[zone.first];
  if (name === undefined || !/^(?:PROPN|NOUN|DET)$/u.test(name.upos)) return undefined;
  const before = text.tokens.slice(first, range.first);
  // He noted, “The government has said …”: the marks stand where they ought to.
  const speaks = verbs.some(
    (other) => isSpeech(other) && other.range.end > range.first - REACH && other.range.end <= range.first,
  );
  if (speaks || before.some((token) => token.quotation >= 0)) return undefined;
  return findingOf('misplaced-marks', cue, cutContent(text, { first, end: range.first }, []), 0.7);
}
