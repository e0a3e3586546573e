import { averageWeights, pruneWeights } from '../learn/feature-weights.ts';
import type { FeatureWeights } from '../learn/feature-weights.ts';
import { PerceptronTrainer } from '../learn/perceptron-trainer.ts';
import { seededRandom, shuffledIndices } from '../learn/seeded-random.ts';
import { normaliseForm } from '../text/normalise-form.ts';
import { WordTagger } from '../text/tag-words.ts';
import { WordTable } from '../text/word-table.ts';
import type { WordLexicon } from '../text/word-table.ts';
import { jointTag } from './joint-tags.ts';
import type { TreebankSentence } from './parse-conllu.ts';

/** How a perceptron is trained. */
export interface TrainingOptions {
  readonly epochs: number;
  /** One model is trained for each seed; the result is their mean. */
  readonly seeds: readonly number[];
  /** Updates a feature must have had before it counts. */
  readonly minimumUpdates: number;
  /** The number of averaged weights that are kept: the largest ones. */
  readonly mostWeights: number;
  /** Is told of progress. */
  readonly report?: (message: string) => void;
}

/** Averaged weights of a tagger for `tags`. */
export function trainTagger(
  sentences: readonly TreebankSentence[],
  tags: readonly string[],
  lexicon: WordLexicon,
  options: TrainingOptions,
): FeatureWeights {
  const indexOf = new Map(tags.map((tag, index) => [tag, index]));
  const forms = sentences.map((sentence) => sentence.forms.map(normaliseForm));
  const gold = sentences.map((sentence) =>
    Int32Array.from(
      sentence.xpos,
      (tag, index) => indexOf.get(jointTag(tag, sentence.upos[index] ?? 'X')) ?? -1,
    ),
  );
  const models = options.seeds.map((seed) => {
    const trainer = new PerceptronTrainer(tags.length, { minimumUpdates: options.minimumUpdates });
    const tagger = new WordTagger(trainer, tags);
    const table = new WordTable(lexicon);
    const random = seededRandom(seed);
    for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
      let wrong = 0;
      for (const sentence of shuffledIndices(sentences.length, random)) {
        table.forgetWhenFull();
        const words = Int32Array.from(forms[sentence] ?? [], (form) => table.idOf(form));
        const right = gold[sentence] ?? new Int32Array(0);
        tagger.tag(
          table,
          words,
          words.length,
          new Uint8Array(words.length),
          (features, count, predicted, index) => {
            trainer.tick();
            const tag = right[index] ?? -1;
            if (tag < 0 || tag === predicted) return;
            trainer.update(features, count, tag, predicted);
            wrong += 1;
          },
        );
      }
      options.report?.(`tagger, seed ${seed}, epoch ${epoch} of ${options.epochs}: ${wrong} corrections`);
    }
    return trainer.average();
  });
  return pruneWeights(averageWeights(models), options.mostWeights);
}
