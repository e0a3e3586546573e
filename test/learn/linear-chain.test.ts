import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSequence, chainMarginals } from '../../src/learn/chain-decoding.ts';
import type { ChainScores } from '../../src/learn/chain-decoding.ts';
import { ChainTrainer, UNKNOWN_LABEL } from '../../src/learn/chain-trainer.ts';
import { compactWeights } from '../../src/learn/compact-weights.ts';
import { finishHash } from '../../src/learn/hash-features.ts';
import { LinearChain, SequenceBuilder } from '../../src/learn/linear-chain.ts';
import type { SequenceFeatures } from '../../src/learn/linear-chain.ts';
import { seededRandom } from '../../src/learn/seeded-random.ts';

const LABELS = 3;

const chains: fc.Arbitrary<ChainScores> = fc
  .record({
    emissions: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
      minLength: LABELS,
      maxLength: LABELS * 4,
    }),
    transitions: fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
      minLength: LABELS * (LABELS + 1),
      maxLength: LABELS * (LABELS + 1),
    }),
  })
  .map(({ emissions, transitions }) => {
    const length = Math.floor(emissions.length / LABELS);
    return {
      labelCount: LABELS,
      length,
      emissions: Float64Array.from(emissions.slice(0, length * LABELS)),
      transitions: Float64Array.from(transitions),
    };
  });

function everySequence(length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return everySequence(length - 1).flatMap((start) =>
    [...Array(LABELS).keys()].map((label) => [...start, label]),
  );
}

function scoreOf({ emissions, transitions }: ChainScores, labels: readonly number[]): number {
  return labels.reduce(
    (sum, label, place) =>
      sum +
      (emissions[place * LABELS + label] ?? 0) +
      (transitions[((labels[place - 1] ?? -1) + 1) * LABELS + label] ?? 0),
    0,
  );
}

describe('a linear chain', () => {
  it('finds the sequence that trying all of them finds', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const best = Math.max(...everySequence(chain.length).map((labels) => scoreOf(chain, labels)));
        expect(scoreOf(chain, [...bestSequence(chain)])).toBeCloseTo(best, 9);
      }),
    );
  });

  it('gives each label the share of all sequences that have it', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const weights = everySequence(chain.length).map((labels) => ({
          labels,
          weight: Math.exp(scoreOf(chain, labels)),
        }));
        const total = weights.reduce((sum, { weight }) => sum + weight, 0);
        const { labels: marginals, logPartition } = chainMarginals(chain);
        expect(logPartition).toBeCloseTo(Math.log(total), 9);
        for (let place = 0; place < chain.length; place += 1) {
          for (let label = 0; label < LABELS; label += 1) {
            const share = weights
              .filter(({ labels }) => labels[place] === label)
              .reduce((sum, { weight }) => sum + weight, 0);
            expect(marginals[place * LABELS + label]).toBeCloseTo(share / total, 9);
          }
        }
      }),
    );
  });
});

/** Words are numbers; the label of a word is 1 after a 7, else 0. */
function sequenceOf(words: readonly number[]): SequenceFeatures {
  const builder = new SequenceBuilder();
  for (const [place, word] of words.entries()) {
    builder.add(finishHash(word));
    builder.add(finishHash(1000 + (words[place - 1] ?? 0)));
    builder.next();
  }
  return builder.build();
}

const random = seededRandom(5);
const examples = Array.from({ length: 60 }, () => {
  const words = Array.from({ length: 5 }, () => Math.floor(random() * 9));
  return {
    sequence: sequenceOf(words),
    labels: Uint8Array.from(words, (_, place) => (words[place - 1] === 7 ? 1 : 0)),
  };
});

describe.each(['perceptron', 'likelihood'] as const)('a chain trained by %s', (method) => {
  function train(gold: (labels: Uint8Array) => Uint8Array): LinearChain {
    const trainer = new ChainTrainer(2, { minimumUpdates: 1 });
    for (let epoch = 0; epoch < 10; epoch += 1) {
      for (const { sequence, labels } of examples) {
        if (method === 'perceptron') trainer.learnByPerceptron(sequence, gold(labels));
        else trainer.learnByLikelihood(sequence, gold(labels), 0.5);
      }
    }
    const { weights, transitions } = trainer.average();
    return new LinearChain(compactWeights(weights), transitions);
  }

  it('learns labels that follow from features', () => {
    const { labels } = train((gold) => gold).labelWithConfidence(sequenceOf([4, 7, 5, 3]));
    expect([...labels]).toEqual([0, 0, 1, 0]);
  });

  it('learns from sequences of which one label is unknown', () => {
    const chain = train((gold) => gold.map((label, place) => (place === 2 ? UNKNOWN_LABEL : label)));
    expect([...chain.label(sequenceOf([4, 3, 7, 5]))]).toEqual([0, 0, 0, 1]);
  });
});

it('never takes a barred transition', () => {
  const trainer = new ChainTrainer(2, {
    minimumUpdates: 1,
    barred: (before, label) => before === -1 && label === 1,
  });
  trainer.learnByLikelihood(sequenceOf([7, 1]), Uint8Array.from([0, 1]), 1);
  const { weights, transitions } = trainer.average();
  const { labels, confidences } = new LinearChain(compactWeights(weights), transitions).labelWithConfidence(
    sequenceOf([3]),
    [0, 50],
  );
  expect([...labels]).toEqual([0]);
  expect(confidences[0]).toBe(1);
});
