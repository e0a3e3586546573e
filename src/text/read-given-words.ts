import type { TaggedWords } from '../model/tagged-words.ts';
import { analyseWords } from './annotate-text.ts';
import type { LanguageModels } from './language-models.ts';
import { lemmatise } from './lemmatise.ts';
import { normaliseForm } from './normalise-form.ts';

/** Tags, lemmatises and parses a sentence whose words are known, as those of a treebank are. */
export function readGivenWords(words: readonly string[], models: LanguageModels): TaggedWords {
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
