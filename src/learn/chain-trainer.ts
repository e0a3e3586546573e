import { bestSequence, chainMarginals } from './chain-decoding.ts';
import type { ChainScores } from './chain-decoding.ts';
import type { FeatureWeights } from './feature-weights.ts';
import { LinearChain } from './linear-chain.ts';
import type { SequenceFeatures } from './linear-chain.ts';
import { PerceptronTrainer } from './perceptron-trainer.ts';

/** The label of a place about which nothing is taught. */
export const UNKNOWN_LABEL = 255;

/** Gradients smaller than this are left out: they would fill the memory for nothing. */
const LEAST_GRADIENT = 1e-3;

/** A trained chain before its weights are made compact. */
export interface TrainedChain {
  readonly weights: FeatureWeights;
  readonly transitions: Float64Array;
}

/**
 * Trains a linear chain on sequences, of which some places may be unknown: the sequence then is compared with
 * the best one (or the expectation) among those that agree with what is known.
 */
export class ChainTrainer {
  readonly #emissions: PerceptronTrainer;
  readonly #transitions: Float64Array;
  readonly #sums: Float64Array;
  readonly #chain: LinearChain;
  #time = 1;

  /** `barred` says which transitions never happen; `before` is -1 at the beginning. */
  constructor(
    labelCount: number,
    options: {
      readonly minimumUpdates: number;
      readonly barred?: (before: number, label: number) => boolean;
    },
  ) {
    this.#emissions = new PerceptronTrainer(labelCount, options);
    this.#transitions = new Float64Array((labelCount + 1) * labelCount);
    this.#sums = new Float64Array(this.#transitions.length);
    for (let before = -1; before < labelCount; before += 1) {
      for (let label = 0; label < labelCount; label += 1) {
        if (options.barred?.(before, label) === true)
          this.#transitions[(before + 1) * labelCount + label] = -Infinity;
      }
    }
    this.#chain = new LinearChain(this.#emissions, this.#transitions);
  }

  /** One step of the structured perceptron (Collins 2002); false when the sequence was labelled rightly. */
  learnByPerceptron(sequence: SequenceFeatures, gold: Uint8Array, size = 1): boolean {
    this.#tick();
    const scores = this.#chain.scores(sequence);
    const predicted = bestSequence(scores);
    if (predicted.every((label, place) => gold[place] === UNKNOWN_LABEL || gold[place] === label))
      return true;
    const target = bestSequence(restrict(scores, gold));
    for (let place = 0; place < sequence.length; place += 1) {
      const right = target[place] ?? 0;
      const wrong = predicted[place] ?? 0;
      const rightBefore = place === 0 ? -1 : (target[place - 1] ?? 0);
      const wrongBefore = place === 0 ? -1 : (predicted[place - 1] ?? 0);
      if (right !== wrong || rightBefore !== wrongBefore) {
        this.#nudgeTransition((rightBefore + 1) * scores.labelCount + right, size);
        this.#nudgeTransition((wrongBefore + 1) * scores.labelCount + wrong, -size);
      }
      if (right === wrong) continue;
      const features = featuresAt(sequence, place);
      this.#emissions.update(features, features.length, right, wrong, size);
    }
    return false;
  }

  /** One step up the gradient of the conditional log-likelihood; gives the log-likelihood before it. */
  learnByLikelihood(sequence: SequenceFeatures, gold: Uint8Array, rate: number): number {
    this.#tick();
    const scores = this.#chain.scores(sequence);
    const { labelCount } = scores;
    const free = chainMarginals(scores);
    const tied = chainMarginals(restrict(scores, gold));
    for (let cell = 0; cell < free.transitions.length; cell += 1) {
      const gradient = (tied.transitions[cell] ?? 0) - (free.transitions[cell] ?? 0);
      if (Math.abs(gradient) > LEAST_GRADIENT) this.#nudgeTransition(cell, rate * gradient);
    }
    for (let place = 0; place < sequence.length; place += 1) {
      const features = featuresAt(sequence, place);
      for (let label = 0; label < labelCount; label += 1) {
        const cell = place * labelCount + label;
        const gradient = (tied.labels[cell] ?? 0) - (free.labels[cell] ?? 0);
        if (Math.abs(gradient) > LEAST_GRADIENT) {
          this.#emissions.nudge(features, features.length, label, rate * gradient);
        }
      }
    }
    return tied.logPartition - free.logPartition;
  }

  /** The chain with the weights averaged over all steps. */
  average(): TrainedChain {
    const transitions = this.#transitions.map((weight, cell) =>
      weight === -Infinity ? weight : weight - (this.#sums[cell] ?? 0) / this.#time,
    );
    return { weights: this.#emissions.average(), transitions };
  }

  #tick(): void {
    this.#time += 1;
    this.#emissions.tick();
  }

  #nudgeTransition(cell: number, size: number): void {
    this.#transitions[cell] = (this.#transitions[cell] ?? 0) + size;
    this.#sums[cell] = (this.#sums[cell] ?? 0) + size * this.#time;
  }
}

function featuresAt(sequence: SequenceFeatures, place: number): Uint32Array {
  return sequence.hashes.subarray(sequence.starts[place] ?? 0, sequence.starts[place + 1] ?? 0);
}

/** The scores of the sequences that agree with what is known. */
function restrict(scores: ChainScores, gold: Uint8Array): ChainScores {
  const emissions = scores.emissions.slice();
  for (let place = 0; place < scores.length; place += 1) {
    const known = gold[place] ?? UNKNOWN_LABEL;
    if (known === UNKNOWN_LABEL) continue;
    for (let label = 0; label < scores.labelCount; label += 1) {
      if (label !== known) emissions[place * scores.labelCount + label] = -Infinity;
    }
  }
  return { ...scores, emissions };
}
