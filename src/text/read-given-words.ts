import { analyseWords } from './annotate-text.ts';
import type { LanguageModels } from './language-models.ts';
import { lemmatise } from './lemmatise.ts';
import { normaliseForm } from './normalise-form.ts';

/** A sentence whose words were given: tags, lemmas and tree. Arrays are parallel; a head of -1 is the root. */
export interface GivenWords {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** Tags, lemmatises and parses a sentence whose words are known, as those of a treebank are. */
export function readGivenWords(words: readonly string[], models: LanguageModels): GivenWords {
  const forms = words.map(normaliseForm);
  const { tags, heads, relations } = analyseWords(forms, models);
  const xpos = Array.from(tags, (tag) => models.xpos[tag] ?? '');
  return {
    forms: words,
    lemmas: forms.map((form, index) => lemmatise(models.lemmas, form, xpos[index] ?? '')),
    upos: Array.from(tags, (tag) => models.upos[tag] ?? ''),
    xpos,
    heads: [...heads],
    relations,
  };
}
