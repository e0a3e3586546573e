import { hashText } from '../learn/hash-features.ts';
import { readLanguageModels } from '../text/language-models.ts';
import type { LanguageModels } from '../text/language-models.ts';
import { trainLanguageModels } from './train-language-models.ts';
import type { LanguageTrainingOptions, Treebank } from './train-language-models.ts';

const FOLDS = 2;

/**
 * How tagger and parser are trained that annotate only documents they have not seen. Less thorough than the
 * models that ship: what matters is that they err as those do on new text.
 */
export const FOLD_RECIPE: LanguageTrainingOptions = {
  tagger: { epochs: 5, seeds: [1], minimumUpdates: 2, mostWeights: 500_000 },
  jackknife: { epochs: 3, seeds: [1], minimumUpdates: 2, mostWeights: 1_000_000 },
  parser: { epochs: 7, seeds: [1], minimumUpdates: 2, mostWeights: 1_500_000 },
  folds: 2,
};

/** The document that a sentence of a treebank belongs to: “GUM_news_afghan” of “GUM_news_afghan-12”. */
function documentOf(sentence: string): string {
  const [, id = ''] = /^# sent_id = (.*)$/mu.exec(sentence) ?? [];
  return id.replace(/-\d+$/u, '');
}

/** The fold that a document belongs to, by its name in the treebank. */
export function foldOfDocument(document: string): number {
  return (hashText(document) >>> 0) % FOLDS;
}

/** The treebank without the documents of a fold. */
function withoutFold({ name, licence, content }: Treebank, fold: number): Treebank {
  const kept = content
    .split(/\n\s*\n/u)
    .filter((sentence) => sentence.trim() !== '' && foldOfDocument(documentOf(sentence)) !== fold);
  return { name, licence, content: `${kept.join('\n\n')}\n\n` };
}

/** The files of tagger, parser and lemmas, for each fold trained on the documents of the others. */
export function trainFoldFiles(
  treebanks: readonly Treebank[],
  recipe: LanguageTrainingOptions,
  report: (message: string) => void,
): readonly ReadonlyMap<string, Uint8Array>[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    report(`language models that have not seen fold ${fold + 1} of ${FOLDS}`);
    return trainLanguageModels(
      treebanks.map((treebank) => withoutFold(treebank, fold)),
      recipe,
      report,
    );
  });
}

/** The models of one fold. */
export function readFoldModels(files: ReadonlyMap<string, Uint8Array>): LanguageModels {
  return readLanguageModels((name) => files.get(name) ?? new Uint8Array(0));
}
