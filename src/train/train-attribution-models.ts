import { ChainTrainer, UNKNOWN_LABEL } from '../learn/chain-trainer.ts';
import type { TrainedChain } from '../learn/chain-trainer.ts';
import { compactWeights } from '../learn/compact-weights.ts';
import { pruneWeights } from '../learn/feature-weights.ts';
import type { SequenceFeatures } from '../learn/linear-chain.ts';
import { seededRandom, shuffledIndices } from '../learn/seeded-random.ts';
import type { Extractor } from '../extract/extractor.ts';
import { ArgumentReader } from '../extract/models/argument-features.ts';
import { findWindow } from '../extract/models/argument-window.ts';
import { isBarred } from '../extract/models/attribution-models.ts';
import type { ChainParts } from '../extract/models/attribution-models.ts';
import { findCandidates } from '../extract/models/cue-candidates.ts';
import { CueReader } from '../extract/models/cue-features.ts';
import { prepareReading } from '../extract/models/reading.ts';
import type { ModelLexicons, ModelReading } from '../extract/models/reading.ts';
import { collectFeatures } from '../extract/models/sequence-reader.ts';
import type { TokenRange } from '../extract/token-range.ts';
import type { AttributionDocument, TokenAttribution } from './attribution-document.ts';

/** Documents with the weights at which they count. */
export interface WeightedDocuments {
  readonly documents: readonly AttributionDocument[];
  /** How often each sentence is seen by the cue tagger in a round; fractions are drawn by lot. */
  readonly cueWeight: number;
  readonly argumentWeight: number;
}

/** How one of the chains is trained. */
export interface ChainOptions {
  readonly method: 'perceptron' | 'likelihood';
  readonly epochs: number;
  /** Length of a likelihood step; the perceptron’s is one. */
  readonly rate: number;
  readonly minimumUpdates: number;
  /** The number of averaged weights that are kept: the largest ones. */
  readonly mostWeights: number;
  readonly seed: number;
}

/** How the extractor’s models are trained. */
export interface AttributionTrainingOptions {
  readonly cues: ChainOptions;
  readonly arguments: ChainOptions;
}

/** A sequence with its labels and the weight at which it counts. */
interface Example {
  readonly features: SequenceFeatures;
  readonly labels: Uint8Array;
  readonly weight: number;
}

/** The examples of both chains. */
export interface AttributionExamples {
  readonly cues: readonly Example[];
  readonly arguments: readonly Example[];
}

/** What the documents teach the two chains, beside what the rules find in them. */
export function collectExamples(
  sets: readonly WeightedDocuments[],
  rules: Extractor,
  lexicons: ModelLexicons,
): AttributionExamples {
  const cues: Example[] = [];
  const labelled: Example[] = [];
  for (const { documents, cueWeight, argumentWeight } of sets) {
    for (const document of documents) {
      const reading = prepareReading(document.text, rules.extract(document.text), lexicons);
      for (const sentence of document.text.sentences) {
        const candidates = findCandidates(reading, sentence);
        const labels = Uint8Array.from(candidates, (token) => document.cueLabels[token] ?? UNKNOWN_LABEL);
        if (labels.every((label) => label === UNKNOWN_LABEL)) continue;
        const features = collectFeatures(new CueReader(reading, sentence, candidates));
        cues.push({ features, labels, weight: cueWeight });
      }
      for (const attribution of document.attributions) {
        labelled.push(argumentExample(reading, attribution, argumentWeight));
      }
    }
  }
  return { cues, arguments: labelled };
}

function argumentExample(reading: ModelReading, attribution: TokenAttribution, weight: number): Example {
  const first = attribution.cue[0] ?? 0;
  const cue: TokenRange = { first, end: first + attribution.cue.length };
  const window = findWindow(reading, cue);
  const labels = new Uint8Array(window.end - window.first);
  for (const [tokens, begin] of [
    [attribution.source, 1],
    [attribution.content, 3],
  ] as const) {
    for (const [position, token] of tokens.entries()) {
      if (token < window.first || token >= window.end) continue;
      const goesOn = position > 0 && tokens[position - 1] === token - 1 && token > window.first;
      labels[token - window.first] = goesOn ? begin + 1 : begin;
    }
  }
  return { features: collectFeatures(new ArgumentReader(reading, cue, window)), labels, weight };
}

/** A trained chain, its weights rounded to eight bits. */
export function trainChain(
  examples: readonly Example[],
  labelCount: number,
  options: ChainOptions & { readonly name: string; readonly report: (message: string) => void },
): ChainParts {
  const { method, epochs, rate, minimumUpdates, mostWeights, name } = options;
  const trainer = new ChainTrainer(labelCount, {
    minimumUpdates,
    ...(labelCount > 2 ? { barred: isBarred } : {}),
  });
  const random = seededRandom(options.seed);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const drawn: Example[] = [];
    for (const example of examples) {
      const whole = Math.floor(example.weight);
      const times = whole + (random() < example.weight - whole ? 1 : 0);
      for (let time = 0; time < times; time += 1) drawn.push(example);
    }
    let wrong = 0;
    let likelihood = 0;
    for (const index of shuffledIndices(drawn.length, random)) {
      const example = drawn[index];
      if (example === undefined) continue;
      if (method === 'likelihood') {
        likelihood += trainer.learnByLikelihood(example.features, example.labels, rate);
      } else if (!trainer.learnByPerceptron(example.features, example.labels)) wrong += 1;
    }
    const measure =
      method === 'likelihood' ? `log-likelihood ${Math.round(likelihood)}` : `${wrong} sequences wrong`;
    options.report(`${name}, round ${epoch} of ${epochs}: ${measure}`);
  }
  return compactChain(trainer.average(), mostWeights);
}

function compactChain({ weights, transitions }: TrainedChain, mostWeights: number): ChainParts {
  return { weights: compactWeights(pruneWeights(weights, mostWeights)), transitions };
}
