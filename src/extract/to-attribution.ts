import type { AnnotatedText } from '../model/annotated-text.ts';
import type { Attribution, CueKind, Reporting } from '../model/attribution.ts';
import { compareSpans, type Span } from '../model/span.ts';
import type { Finding } from './finding.ts';
import type { RuleReliability } from './rule-reliability.ts';
import { isPunctuation, rangeSpan, subtractRanges, type TokenRange } from './token-range.ts';

const UNKNOWN_RELIABILITY = 0.5;

/** The weight at which a rule's measured reliability holds; a better word raises it, a poorer one lowers it. */
const TYPICAL_WEIGHT = 0.7;
const MOST_CERTAIN = 0.97;

function confidenceOf(reliability: number, weight: number): number {
  const scaled = (reliability * (1 + Math.min(1, weight))) / (1 + TYPICAL_WEIGHT);
  return Math.round(Math.min(MOST_CERTAIN, scaled) * 1000) / 1000;
}

function toSpans(text: AnnotatedText, ranges: readonly TokenRange[]): readonly Span[] {
  return ranges.flatMap((range) => rangeSpan(text, range) ?? []).sort(compareSpans);
}

/** What holds for all findings of a text. */
export interface AttributionSetting {
  readonly reliability: RuleReliability;
  /** The text is somebody's own statement: its own voice is direct speech. */
  readonly statement: boolean;
}

/** The finding with offsets for tokens, its kind of report and its confidence; numbered later. */
export function toAttribution(
  text: AnnotatedText,
  finding: Finding,
  { reliability, statement }: AttributionSetting,
): Attribution {
  const { cueToken, cueLemma, cueKind, negated, weight, rule } = finding;
  return {
    index: 0,
    source: toSpans(text, finding.source),
    cue: toSpans(text, finding.cue),
    // A quotation that goes on may hold the next cue: the words of a cue are never its content.
    content: toSpans(
      text,
      finding.content.flatMap((range) => subtractRanges(range, finding.cue)),
    ),
    cueToken,
    ...(cueLemma === undefined ? {} : { cueLemma }),
    cueKind,
    negated,
    reporting: reportingOf(text, finding, statement),
    foundBy: [`rules/${rule}`],
    confidence: confidenceOf(reliability.get(rule) ?? UNKNOWN_RELIABILITY, weight),
  };
}

/** How the words reach the reader: in a headline, in quotation marks, partly so, or retold. */
function reportingOf(text: AnnotatedText, finding: Finding, statement: boolean): Reporting {
  if (finding.reporting !== undefined && finding.reporting !== 'article-voice') return finding.reporting;
  const anchor = finding.content[0]?.first ?? -1;
  const sentence = text.sentences[text.tokens[anchor]?.sentence ?? -1];
  if (text.blocks[sentence?.block ?? -1]?.kind === 'headline') return 'headline';
  const words = finding.content
    .flatMap((range) => text.tokens.slice(range.first, range.end))
    .filter((token) => !isPunctuation(token));
  const outer = text.tokens[finding.cueToken]?.quotation ?? -1;
  const quoted = words.filter((token) => token.quotation >= 0 && token.quotation !== outer).length;
  if (words.length > 0 && quoted === words.length) return 'direct';
  if (quoted > 0) return 'mixed';
  const retold = RETOLD[finding.cueKind];
  return statement && (retold === 'article-voice' || isDeclaration(text, finding)) ? 'direct' : retold;
}

/** “We condemn the attack.”, “Canada welcomes the truce.” */
function isDeclaration(text: AnnotatedText, finding: Finding): boolean {
  const [source] = finding.source;
  const declares = /^VB[ZP]$/u.test(text.tokens[finding.cueToken]?.xpos ?? '');
  return declares || (source !== undefined && /^we$/iu.test(text.tokens[source.first]?.form ?? ''));
}

/** A verb of speech is the actor's own utterance; acts and bare attitudes are told by the article. */
const RETOLD: Readonly<Record<CueKind, Reporting>> = {
  speech: 'indirect',
  noun: 'indirect',
  'according-to': 'indirect',
  colon: 'indirect',
  attitude: 'article-voice',
  act: 'article-voice',
  none: 'article-voice',
};
