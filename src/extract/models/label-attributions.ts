import { bestSequence, chainMarginals } from '../../learn/chain-decoding.ts';
import type { TokenRange } from '../token-range.ts';
import { ArgumentReader } from './argument-features.ts';
import { findWindow } from './argument-window.ts';
import type { AttributionModels } from './attribution-models.ts';
import { cueCore, findCandidates } from './cue-candidates.ts';
import { CueReader } from './cue-features.ts';
import type { ModelReading } from './reading.ts';
import { scoreSequence } from './sequence-reader.ts';
import { rangesOfMarked } from './span-tokens.ts';

/** A cue as the models label it, with its source and content. */
export interface LabelledCue {
  readonly token: number;
  /** The governing word, or “according to”. */
  readonly core: TokenRange;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  /** Product of the cue’s and the arguments’ marginal probabilities: to be calibrated. */
  readonly score: number;
}

/** How much is added to a candidate’s score for being a cue: the dial between precision and recall. */
export interface LabellingOptions {
  readonly cueBias: number;
}

/** What the models make of a text. */
export interface LabelledText {
  readonly cues: readonly LabelledCue[];
  /** For each token the probability that it governs a cue; -1 for one that was not asked about. */
  readonly cueProbabilities: Float32Array;
}

/** Labels the cues of a text, and for each of them its source and content. */
export function labelAttributions(
  reading: ModelReading,
  models: AttributionModels,
  { cueBias }: LabellingOptions,
): LabelledText {
  const cues: LabelledCue[] = [];
  const cueProbabilities = new Float32Array(reading.text.tokens.length).fill(-1);
  for (const sentence of reading.text.sentences) {
    const candidates = findCandidates(reading, sentence);
    if (candidates.length === 0) continue;
    const reader = new CueReader(reading, sentence, candidates);
    const scores = scoreSequence(reader, models.cues.scorer, models.cues.transitions, [0, cueBias]);
    const labels = bestSequence(scores);
    const { labels: marginals } = chainMarginals(scores);
    for (const [place, token] of candidates.entries()) {
      const probability = marginals[place * 2 + 1] ?? 0;
      cueProbabilities[token] = probability;
      if (labels[place] !== 1) continue;
      const labelled = labelArguments(reading, models, token, probability);
      if (labelled.content.length > 0) cues.push(labelled);
    }
  }
  return { cues, cueProbabilities };
}

function labelArguments(
  reading: ModelReading,
  models: AttributionModels,
  token: number,
  cueProbability: number,
): LabelledCue {
  const core = cueCore(reading, token);
  const window = findWindow(reading, core);
  const reader = new ArgumentReader(reading, core, window);
  const scores = scoreSequence(reader, models.arguments.scorer, models.arguments.transitions);
  const labels = bestSequence(scores);
  const { labels: marginals } = chainMarginals(scores);
  const source = new Uint8Array(labels.length);
  const content = new Uint8Array(labels.length);
  let sum = 0;
  let count = 0;
  for (const [place, label] of labels.entries()) {
    if (label === 0) continue;
    if (label <= 2) source[place] = 1;
    else content[place] = 1;
    // Whether the token begins the argument or goes on with it is no matter.
    const row = place * scores.labelCount + (label <= 2 ? 1 : 3);
    sum += Math.log(Math.max(1e-9, (marginals[row] ?? 0) + (marginals[row + 1] ?? 0)));
    count += 1;
  }
  const fit = count === 0 ? 0 : Math.exp(sum / count);
  return {
    token,
    core,
    source: rangesOfMarked(source, window.first),
    content: rangesOfMarked(content, window.first),
    score: cueProbability * fit,
  };
}
