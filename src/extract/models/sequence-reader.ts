import { SequenceBuilder } from '../../learn/linear-chain.ts';
import type { SequenceFeatures } from '../../learn/linear-chain.ts';
import type { ChainScores } from '../../learn/chain-decoding.ts';
import type { Scorer } from '../../learn/scorer.ts';

/** Gives the features of a sequence, one place at a time, in a buffer that the next place overwrites. */
export interface SequenceReader {
  readonly length: number;
  readonly features: Uint32Array;
  /** Writes the features of a place into `features`; gives their number. */
  read(place: number): number;
}

const builder = new SequenceBuilder();

/** All features of a sequence, to be kept for training. */
export function collectFeatures(reader: SequenceReader): SequenceFeatures {
  builder.begin();
  for (let place = 0; place < reader.length; place += 1) {
    const count = reader.read(place);
    for (let index = 0; index < count; index += 1) builder.add(reader.features[index] ?? 0);
    builder.next();
  }
  return builder.build();
}

/** Scores a sequence without keeping its features; `bias` is added to its label at every place. */
export function scoreSequence(
  reader: SequenceReader,
  scorer: Scorer,
  transitions: Float64Array,
  bias?: readonly number[],
): ChainScores {
  const labelCount = scorer.classCount;
  const emissions = new Float64Array(reader.length * labelCount);
  for (let place = 0; place < reader.length; place += 1) {
    const count = reader.read(place);
    const row = emissions.subarray(place * labelCount, (place + 1) * labelCount);
    scorer.score(reader.features, count, row);
    if (bias === undefined) continue;
    for (let label = 0; label < labelCount; label += 1) row[label] = (row[label] ?? 0) + (bias[label] ?? 0);
  }
  return { labelCount, length: reader.length, emissions, transitions };
}
