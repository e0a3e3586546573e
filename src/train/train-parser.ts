import { averageWeights, pruneWeights } from '../learn/feature-weights.ts';
import type { FeatureWeights } from '../learn/feature-weights.ts';
import { PerceptronTrainer } from '../learn/perceptron-trainer.ts';
import { seededRandom, shuffledIndices } from '../learn/seeded-random.ts';
import { hashText } from '../learn/hash-features.ts';
import { normaliseForm } from '../text/normalise-form.ts';
import { WordParser } from '../text/parse-words.ts';
import type { ParseStep, ParserRelations } from '../text/parse-words.ts';
import type { ParserState } from '../text/parser-state.ts';
import { WordTable } from '../text/word-table.ts';
import type { WordLexicon } from '../text/word-table.ts';
import { liftHeads } from './lift-heads.ts';
import type { TreebankSentence } from './parse-conllu.ts';
import { isRight, weighActions } from './parse-oracle.ts';
import type { GoldTree } from './parse-oracle.ts';
import type { TrainingOptions } from './train-tagger.ts';

/** A sentence with the tags that a tagger gave it that had not seen it. */
export interface TaggedSentence {
  readonly sentence: TreebankSentence;
  readonly tags: readonly string[];
}

/** The share of wrong steps that are followed, so that the parser learns to go on after a mistake. */
const EXPLORATION = 0.9;

function treeOf({ heads, relations }: TreebankSentence): GoldTree {
  const lifted = liftHeads(heads);
  return { heads: Int32Array.from(lifted, (head) => (head < 0 ? heads.length : head)), relations };
}

function frequentRelations(side: ReadonlyMap<string, number>): readonly string[] {
  return [...side]
    .filter(([, count]) => count >= 15)
    .map(([relation]) => relation)
    .toSorted();
}

/** The relations that occur at least 15 times as left and as right arcs, in order. */
export function collectRelations(sentences: readonly TreebankSentence[]): ParserRelations {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  for (const { heads, relations } of sentences) {
    for (const [word, relation] of relations.entries()) {
      const head = heads[word] ?? -1;
      if (head < 0) continue;
      const side = head > word ? left : right;
      side.set(relation, (side.get(relation) ?? 0) + 1);
    }
  }
  return { left: frequentRelations(left), right: frequentRelations(right) };
}

/** Averaged weights of a parser for `relations`. */
export function trainParser(
  sentences: readonly TaggedSentence[],
  relations: ParserRelations,
  lexicon: WordLexicon,
  options: TrainingOptions,
): FeatureWeights {
  const forms = sentences.map(({ sentence }) => sentence.forms.map(normaliseForm));
  const tagHashes = sentences.map(({ tags }) => Int32Array.from(tags, hashText));
  const trees = sentences.map(({ sentence }) => treeOf(sentence));
  const classCount = 1 + relations.left.length + relations.right.length;
  const models = options.seeds.map((seed) => {
    const trainer = new PerceptronTrainer(classCount, { minimumUpdates: options.minimumUpdates });
    const parser = new WordParser(trainer, relations);
    const table = new WordTable(lexicon);
    const random = seededRandom(seed);
    for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
      let wrong = 0;
      for (const index of shuffledIndices(sentences.length, random)) {
        const tree = trees[index];
        if (tree === undefined) continue;
        table.forgetWhenFull();
        const words = Int32Array.from(forms[index] ?? [], (form) => table.idOf(form));
        const choose = (state: ParserState, step: ParseStep): number => {
          const taught = teach(trainer, state, step, tree, relations);
          if (taught === step.predicted) return taught;
          wrong += 1;
          return epoch > 1 && random() < EXPLORATION ? step.predicted : taught;
        };
        parser.parse(table, words, tagHashes[index] ?? new Int32Array(0), words.length, { choose });
      }
      options.report?.(`parser, seed ${seed}, epoch ${epoch} of ${options.epochs}: ${wrong} corrections`);
    }
    return trainer.average();
  });
  return pruneWeights(averageWeights(models), options.mostWeights);
}

/** Corrects the weights where the predicted action is wrong; gives the best of the right actions. */
function teach(
  trainer: PerceptronTrainer,
  state: ParserState,
  step: ParseStep,
  tree: GoldTree,
  relations: ParserRelations,
): number {
  trainer.tick();
  const costs = weighActions(state, tree);
  if (isRight(step.predicted, state, tree, costs, relations)) return step.predicted;
  let best = -1;
  let highest = -Infinity;
  for (let action = 0; action < step.scores.length; action += 1) {
    const score = step.scores[action] ?? 0;
    if (score > highest && isRight(action, state, tree, costs, relations)) {
      highest = score;
      best = action;
    }
  }
  // A relation too rare to be learnt leaves no right action.
  if (best < 0) return step.predicted;
  trainer.update(step.features, step.featureCount, best, step.predicted);
  return best;
}
