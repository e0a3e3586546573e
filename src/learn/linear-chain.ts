import { bestSequence, chainMarginals } from './chain-decoding.ts';
import type { ChainScores } from './chain-decoding.ts';
import type { Scorer } from './scorer.ts';

/** The features of a sequence: those of place `i` are `hashes[starts[i] … starts[i + 1])`, as finished hashes. */
export interface SequenceFeatures {
  readonly length: number;
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
}

/** Gathers the features of a sequence place by place; its buffer is kept for the next one. */
export class SequenceBuilder {
  #hashes = new Uint32Array(1024);
  #starts: number[] = [0];
  #count = 0;

  /** Begins a new sequence. */
  begin(): void {
    this.#count = 0;
    this.#starts = [0];
  }

  /** Adds a feature, a finished hash, to the present place. */
  add(hash: number): void {
    if (this.#count === this.#hashes.length) {
      const grown = new Uint32Array(this.#hashes.length * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes[this.#count] = hash;
    this.#count += 1;
  }

  /** Goes on to the next place. */
  next(): void {
    this.#starts.push(this.#count);
  }

  /** The sequence; a copy, so that it may be kept. */
  build(): SequenceFeatures {
    return {
      length: this.#starts.length - 1,
      hashes: this.#hashes.slice(0, this.#count),
      starts: Uint32Array.from(this.#starts),
    };
  }
}

/** Labels of a sequence with the probability of each. */
export interface LabelledSequence {
  readonly labels: Uint8Array;
  readonly confidences: Float64Array;
}

/**
 * A linear chain of labels: weights of features for each label, and of transitions between neighbours
 * (`transitions` as in `ChainScores`; −Infinity bars one, as I-PER after B-LOC).
 */
export class LinearChain {
  readonly scorer: Scorer;
  readonly transitions: Float64Array;

  constructor(scorer: Scorer, transitions: Float64Array) {
    this.scorer = scorer;
    this.transitions = transitions;
  }

  /** The scores of a sequence; `bias` is added to its label at every place, a dial for recall. */
  scores(sequence: SequenceFeatures, bias?: readonly number[]): ChainScores {
    const labelCount = this.scorer.classCount;
    const emissions = new Float64Array(sequence.length * labelCount);
    const row = new Float64Array(labelCount);
    for (let place = 0; place < sequence.length; place += 1) {
      const start = sequence.starts[place] ?? 0;
      const end = sequence.starts[place + 1] ?? start;
      this.scorer.score(sequence.hashes.subarray(start, end), end - start, row);
      for (let label = 0; label < labelCount; label += 1) {
        emissions[place * labelCount + label] = (row[label] ?? 0) + (bias?.[label] ?? 0);
      }
    }
    return { labelCount, length: sequence.length, emissions, transitions: this.transitions };
  }

  /** The best labels of a sequence, without confidences. */
  label(sequence: SequenceFeatures, bias?: readonly number[]): Uint8Array {
    return bestSequence(this.scores(sequence, bias));
  }

  /** The best labels with their marginal probabilities. */
  labelWithConfidence(sequence: SequenceFeatures, bias?: readonly number[]): LabelledSequence {
    const scores = this.scores(sequence, bias);
    const labels = bestSequence(scores);
    const { labels: marginals } = chainMarginals(scores);
    const confidences = Float64Array.from(
      labels,
      (label, place) => marginals[place * scores.labelCount + label] ?? 0,
    );
    return { labels, confidences };
  }
}
