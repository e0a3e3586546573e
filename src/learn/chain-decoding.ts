/**
 * Scores of label sequences in a linear chain: `emissions[i * labelCount + l]` for label l at place i, and
 * `transitions[(k + 1) * labelCount + l]` for l after k; row 0 is the beginning. −Infinity bars a label or a
 * transition.
 */
export interface ChainScores {
  readonly labelCount: number;
  readonly length: number;
  readonly emissions: Float64Array;
  readonly transitions: Float64Array;
}

/** The labels of the best sequence (Viterbi 1967); of equals the one with the lower label. */
export function bestSequence({ labelCount, length, emissions, transitions }: ChainScores): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const best = new Float64Array(length * labelCount);
  const from = new Uint8Array(length * labelCount);
  for (let place = 0; place < length; place += 1) {
    const row = place * labelCount;
    const previous = place === 0 ? 0 : labelCount;
    for (let label = 0; label < labelCount; label += 1) {
      let highest = place === 0 ? (transitions[label] ?? 0) : -Infinity;
      let origin = 0;
      for (let before = 0; before < previous; before += 1) {
        const score =
          (best[row - labelCount + before] ?? 0) + (transitions[(before + 1) * labelCount + label] ?? 0);
        if (score > highest) {
          highest = score;
          origin = before;
        }
      }
      best[row + label] = highest + (emissions[row + label] ?? 0);
      from[row + label] = origin;
    }
  }
  const last = (length - 1) * labelCount;
  let label = 0;
  for (let other = 1; other < labelCount; other += 1) {
    if ((best[last + other] ?? 0) > (best[last + label] ?? 0)) label = other;
  }
  for (let place = length - 1; place >= 0; place -= 1) {
    path[place] = label;
    label = from[place * labelCount + label] ?? 0;
  }
  return path;
}

/** What forward and backward passes know of a chain. */
export interface ChainMarginals {
  /** Probability of each label at each place, laid out like the emissions. */
  readonly labels: Float64Array;
  /** Expected number of each transition over the whole chain, laid out like the transitions. */
  readonly transitions: Float64Array;
  /** Logarithm of the sum over all sequences. */
  readonly logPartition: number;
}

/** log(e^a + e^b). */
function addLogs(left: number, right: number): number {
  if (left === -Infinity) return right;
  if (right === -Infinity) return left;
  return left > right
    ? left + Math.log1p(Math.exp(right - left))
    : right + Math.log1p(Math.exp(left - right));
}

function forward({ labelCount, length, emissions, transitions }: ChainScores): Float64Array {
  const sums = new Float64Array(length * labelCount);
  for (let place = 0; place < length; place += 1) {
    const row = place * labelCount;
    const previous = place === 0 ? 0 : labelCount;
    for (let label = 0; label < labelCount; label += 1) {
      let sum = place === 0 ? (transitions[label] ?? 0) : -Infinity;
      for (let before = 0; before < previous; before += 1) {
        const score =
          (sums[row - labelCount + before] ?? 0) + (transitions[(before + 1) * labelCount + label] ?? 0);
        sum = addLogs(sum, score);
      }
      sums[row + label] = sum + (emissions[row + label] ?? 0);
    }
  }
  return sums;
}

function backward({ labelCount, length, emissions, transitions }: ChainScores): Float64Array {
  const sums = new Float64Array(length * labelCount);
  for (let place = length - 2; place >= 0; place -= 1) {
    const next = (place + 1) * labelCount;
    for (let label = 0; label < labelCount; label += 1) {
      let sum = -Infinity;
      for (let after = 0; after < labelCount; after += 1) {
        const step = (transitions[(label + 1) * labelCount + after] ?? 0) + (emissions[next + after] ?? 0);
        sum = addLogs(sum, step + (sums[next + after] ?? 0));
      }
      sums[place * labelCount + label] = sum;
    }
  }
  return sums;
}

/** Probabilities of labels and transitions (forward–backward; Lafferty, McCallum and Pereira 2001). */
export function chainMarginals(scores: ChainScores): ChainMarginals {
  const { labelCount, length, emissions, transitions } = scores;
  const ahead = forward(scores);
  const behind = backward(scores);
  const labels = new Float64Array(length * labelCount);
  const expected = new Float64Array((labelCount + 1) * labelCount);
  if (length === 0) return { labels, transitions: expected, logPartition: 0 };
  let logPartition = -Infinity;
  for (let label = 0; label < labelCount; label += 1) {
    logPartition = addLogs(logPartition, ahead[(length - 1) * labelCount + label] ?? 0);
  }
  for (let cell = 0; cell < labels.length; cell += 1) {
    labels[cell] = Math.exp((ahead[cell] ?? 0) + (behind[cell] ?? 0) - logPartition);
  }
  for (let label = 0; label < labelCount; label += 1) expected[label] = labels[label] ?? 0;
  for (let place = 1; place < length; place += 1) {
    const row = place * labelCount;
    for (let before = 0; before < labelCount; before += 1) {
      for (let label = 0; label < labelCount; label += 1) {
        const cell = (before + 1) * labelCount + label;
        const step = (transitions[cell] ?? 0) + (emissions[row + label] ?? 0) + (behind[row + label] ?? 0);
        expected[cell] =
          (expected[cell] ?? 0) + Math.exp((ahead[row - labelCount + before] ?? 0) + step - logPartition);
      }
    }
  }
  return { labels, transitions: expected, logPartition };
}
