import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import type { Span } from '../../model/span.ts';
import type { TokenRange } from '../token-range.ts';
import { countTokens, tokensOfSpan } from './span-tokens.ts';

/** What the rules found, in tokens. */
export interface RuledAttribution {
  readonly attribution: Attribution;
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  /** The number of tokens of the content. */
  readonly size: number;
}

/** The rules’ findings as the models look at them: stacked, as one more witness. */
export interface RuleView {
  readonly findings: readonly RuledAttribution[];
  /** For each token the finding whose cue it governs; -1 for none. */
  readonly findingOfCue: Int32Array;
  /** 1 for a token of some finding’s cue. */
  readonly inCue: Uint8Array;
  /** For each token the size of the largest content that holds it; 0 outside. */
  readonly inContent: Int32Array;
}

/** The view of what the rules found in the text. */
export function viewRules(text: AnnotatedText, attributions: readonly Attribution[]): RuleView {
  const findingOfCue = new Int32Array(text.tokens.length).fill(-1);
  const inCue = new Uint8Array(text.tokens.length);
  const inContent = new Int32Array(text.tokens.length);
  const rangesOf = (spans: readonly Span[]): readonly TokenRange[] =>
    spans.map((span) => tokensOfSpan(text, span));
  const findings = attributions.map((attribution, index) => {
    const [source, cue, content] = [attribution.source, attribution.cue, attribution.content].map(rangesOf);
    const size = countTokens(content ?? []);
    if (attribution.cueToken >= 0) findingOfCue[attribution.cueToken] = index;
    for (const { first, end } of cue ?? []) inCue.fill(1, first, end);
    for (const { first, end } of content ?? []) {
      for (let token = first; token < end; token += 1) {
        inContent[token] = Math.max(inContent[token] ?? 0, size);
      }
    }
    return { attribution, source: source ?? [], cue: cue ?? [], content: content ?? [], size };
  });
  return { findings, findingOfCue, inCue, inContent };
}

/** The finding whose cue one of the tokens `[first, end)` governs. */
export function findRuled(view: RuleView, { first, end }: TokenRange): RuledAttribution | undefined {
  for (let token = first; token < end; token += 1) {
    const finding = view.findings[view.findingOfCue[token] ?? -1];
    if (finding !== undefined) return finding;
  }
  return undefined;
}
