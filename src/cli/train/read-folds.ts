import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGE_MODEL_FILES, readLanguageModels } from '../../text/language-models.ts';
import type { LanguageModels } from '../../text/language-models.ts';
import { FOLD_RECIPE, readFoldModels, trainFoldFiles } from '../../train/train-fold-models.ts';
import type { CorporaFolder } from './corpora-folder.ts';
import { PART_CORPORA } from './training-parts.ts';

/** The language models of the folds: trained anew, unless the folder `kept` holds them already. */
export function readFolds(
  corpora: CorporaFolder,
  kept: string | undefined,
  report: (line: string) => void,
): readonly LanguageModels[] {
  if (kept !== undefined && existsSync(path.join(kept, '1', LANGUAGE_MODEL_FILES[2]))) {
    return [0, 1].map((fold) =>
      readLanguageModels((name) => readFileSync(path.join(kept, String(fold), name))),
    );
  }
  const treebanks = PART_CORPORA.language.taught.map((corpus) => corpora.read(corpus));
  const files = trainFoldFiles(treebanks, FOLD_RECIPE, report);
  if (kept !== undefined) {
    for (const [fold, contents] of files.entries()) {
      mkdirSync(path.join(kept, String(fold)), { recursive: true });
      for (const [name, bytes] of contents) writeFileSync(path.join(kept, String(fold), name), bytes);
    }
  }
  return files.map(readFoldModels);
}
