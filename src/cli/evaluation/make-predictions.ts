import type { ClaimDocument } from '../../evaluate/claim-document.ts';
import { DataFiles } from '../../data-files.ts';
import { InputError } from '../../model/input-error.ts';
import { loadResources } from '../../resources.ts';
import type { ExtractorName, ResourceOptions } from '../../resources.ts';
import { parseNearSynonyms } from '../../train/noise.ts';
import type { Terminal } from '../terminal.ts';
import { addNoiseToGold } from './noisy-gold.ts';
import type { Noise } from './noisy-gold.ts';
import { predictClaims } from './predict-claims.ts';
import { readClaimFiles } from './read-gold.ts';
import type { Gold } from './read-gold.ts';

/** Claims under a name, beside the gold that they are to agree with. */
export interface Predictions {
  /** “merge”, “merge, noisy names”, or the file's name. */
  readonly name: string;
  readonly gold: Gold;
  readonly predictions: readonly ClaimDocument[];
}

/** Whose claims are wanted, and what is done to the texts before. */
export interface PredictionRequest {
  readonly extractors: readonly ExtractorName[];
  readonly files: readonly string[];
  readonly noises: readonly Noise[];
  readonly resources: ResourceOptions;
}

/** The claims of files first, then those of each extractor: on the texts as they are, and with noise where it is asked for. */
export async function makePredictions(
  gold: Gold,
  { extractors, files, noises, resources }: PredictionRequest,
  terminal: Terminal,
): Promise<readonly Predictions[]> {
  const sets: Predictions[] = [];
  for (const file of files) sets.push({ name: file, gold, predictions: await readClaimFiles([file]) });
  if (noises.length > 0 && extractors.length === 0) {
    throw new InputError(
      '--noise',
      'goes with --extractor: the claims of a file are of the texts as they are',
    );
  }
  const versions = [{ added: '', gold }];
  if (noises.length > 0) {
    const synonyms = parseNearSynonyms(new DataFiles().text('lexicon/near-synonyms.tsv'));
    versions.push({ added: `, noisy ${noises.join(' and ')}`, gold: addNoiseToGold(gold, noises, synonyms) });
  }
  for (const extractor of extractors) {
    const loaded = await loadResources({ ...resources, extractor });
    for (const version of versions) {
      const predictions = predictClaims(version.gold, loaded, terminal.progress);
      sets.push({ name: `${extractor}${version.added}`, gold: version.gold, predictions });
    }
  }
  return sets;
}
