import { describeCandidate, noAntecedent, weigh } from '../link/antecedent-features.ts';
import type { AntecedentWeights } from '../link/antecedent-features.ts';
import type { Cluster } from '../link/cluster.ts';
import { listCandidates } from '../link/coreference.ts';
import { openCoreference } from '../link/open-coreference.ts';
import { seededRandom, shuffledIndices } from '../learn/seeded-random.ts';
import type { Extraction } from '../model/extraction.ts';
import { goldEntityAt } from './parse-coreference.ts';
import type { CoreferenceDocument } from './parse-coreference.ts';

/** A pronoun with its candidates' features and which of them are right. */
interface Choice {
  /** The first is that of having no antecedent. */
  readonly options: readonly (readonly string[])[];
  readonly isRight: readonly boolean[];
  readonly form: string;
}

/** An article as the linker sees it before it comes to pronouns, with the gold entities of its text. */
export interface CoreferenceExample {
  readonly extraction: Extraction;
  readonly clusters: readonly Cluster[];
  readonly gold: CoreferenceDocument;
}

/** The choices of an article, pronouns before each taken as the gold says. */
function readChoices({ extraction, clusters, gold }: CoreferenceExample): Choice[] {
  const state = openCoreference(extraction, clusters);
  const choices: Choice[] = [];
  for (const mention of extraction.mentions) {
    const token = extraction.text.tokens[mention.headToken];
    if (mention.kind !== 'pronoun' || token === undefined || /^(?:we|us|i|who)$/i.test(token.form)) continue;
    const entity = goldEntityAt(gold, token);
    const candidates = listCandidates(state, mention, token);
    if (candidates.length === 0) continue;
    const isRight = candidates.map(({ head }) => entity !== undefined && goldEntityAt(gold, head) === entity);
    const described = candidates.map((candidate) =>
      describeCandidate(state, { mention, token }, candidate, candidates),
    );
    const isNone = !isRight.includes(true);
    choices.push({
      options: [[noAntecedent(token.form, state.speakers.has(mention.index))], ...described],
      isRight: [isNone, ...isRight],
      form: token.form.toLowerCase(),
    });
    const last = candidates[isRight.lastIndexOf(true)];
    if (last !== undefined) state.clusterOf.set(mention.index, last.cluster);
  }
  return choices;
}

function choose(choice: Choice, weights: AntecedentWeights, among?: readonly boolean[]): number {
  let best = -1;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const [index, features] of choice.options.entries()) {
    if (among !== undefined && among[index] !== true) continue;
    const weight = weigh(features, weights);
    if (weight < greatest) continue;
    best = index;
    greatest = weight;
  }
  return best;
}

/**
 * What news is known for before training: who is quoted by a pronoun has mostly just been quoted or has just acted.
 * The corpora have few quotations.
 */
const PRIORS: AntecedentWeights = new Map([
  ['person: near actor of source', 3],
  ['many: near actor of source', 4],
  ['thing: near actor of source', 6],
  ['person: subject of the report', 3],
  ['many: subject of the report', 4],
  ['thing: subject of the report', 6],
]);

/**
 * Weights by averaged perceptrons that rank the candidates of each pronoun (Collins 2002): the mean of as many as there
 * are seeds, since each depends on the order in which it saw the pronouns.
 */
export function trainAntecedents(
  examples: readonly CoreferenceExample[],
  { epochs, seeds }: { readonly epochs: number; readonly seeds: number },
): AntecedentWeights {
  const choices = examples.flatMap(readChoices);
  const mean = new Map<string, number>();
  for (let seed = 1; seed <= seeds; seed += 1) {
    for (const [feature, weight] of trainOnce(choices, epochs, seed))
      mean.set(feature, (mean.get(feature) ?? 0) + weight / seeds);
  }
  return mean;
}

function trainOnce(choices: readonly Choice[], epochs: number, seed: number): AntecedentWeights {
  const weights = new Map(PRIORS);
  const sums = new Map<string, number>();
  const random = seededRandom(seed);
  let time = 1;
  const add = (features: readonly string[], size: number): void => {
    for (const feature of features) {
      weights.set(feature, (weights.get(feature) ?? 0) + size);
      sums.set(feature, (sums.get(feature) ?? 0) + size * time);
    }
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const index of shuffledIndices(choices.length, random)) {
      const choice = choices[index];
      if (choice === undefined) continue;
      time += 1;
      const chosen = choose(choice, weights);
      if (choice.isRight[chosen] === true) continue;
      add(choice.options[choose(choice, weights, choice.isRight)] ?? [], 1);
      add(choice.options[chosen] ?? [], -1);
    }
  }
  return new Map(
    [...weights].map(([feature, weight]) => [feature, weight - (sums.get(feature) ?? 0) / time] as const),
  );
}

/** How many pronouns with a right candidate got it, got a wrong one, or none; and how many without one got none. */
export interface AntecedentScore {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly rightlyNone: number;
  readonly wronglySome: number;
}

/** Scores weights on articles. */
export function scoreAntecedents(
  examples: readonly CoreferenceExample[],
  weights: AntecedentWeights,
  forms: RegExp,
): AntecedentScore {
  const score = { right: 0, wrong: 0, missed: 0, rightlyNone: 0, wronglySome: 0 };
  for (const choice of examples.flatMap(readChoices)) {
    if (!forms.test(choice.form)) continue;
    const chosen = choose(choice, weights);
    const hasNone = choice.isRight[0] === true;
    if (hasNone) score[chosen === 0 ? 'rightlyNone' : 'wronglySome'] += 1;
    else if (chosen === 0) score.missed += 1;
    else score[choice.isRight[chosen] === true ? 'right' : 'wrong'] += 1;
  }
  return score;
}

/** The weights as `data/models/antecedents.tsv`. */
export function writeAntecedentWeights(weights: AntecedentWeights, header: string): string {
  const lines = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.005)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}`);
  return `${header}${lines.join('\n')}\n`;
}
