import type { AnnotatedText, Sentence, Token } from '../model/annotated-text.ts';
import type { Article } from '../model/article.ts';
import { lemmatise } from './lemmatise.ts';
import { normaliseForm } from './normalise-form.ts';
import type { LanguageModels } from './language-models.ts';
import { repairRelatives } from './repair-relatives.ts';
import { segmentText } from './segment-text.ts';

/** The words of a sentence as the models see them. */
export interface AnalysedWords {
  /** Indices into the models’ tags. */
  readonly tags: Uint8Array;
  /** Index of the head within the sentence; -1 for the root. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
}

/** Tags and parses one sentence of normalised forms. */
export function analyseWords(forms: readonly string[], models: LanguageModels): AnalysedWords {
  const { tagger, parser, table, tagHashes } = models;
  table.forgetWhenFull();
  const count = forms.length;
  const words = new Int32Array(count);
  for (let index = 0; index < count; index += 1) words[index] = table.idOf(forms[index] ?? '');
  const tags = new Uint8Array(count);
  tagger.tag(table, words, count, tags);
  const hashes = Int32Array.from(tags, (tag) => tagHashes[tag] ?? 0);
  const state = parser.parse(table, words, hashes, count);
  const heads = new Int32Array(count);
  const relations: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const head = state.heads[index] ?? -1;
    heads[index] = head === count ? -1 : head;
    relations.push(head === count ? 'root' : parser.relationOf(state.relations[index] ?? -1));
  }
  repairRelatives({ forms, xpos: Array.from(tags, (tag) => models.xpos[tag] ?? 'XX'), heads, relations });
  return { tags, heads, relations };
}

/** An article’s text with its sentences, tokens, dependency trees and quotations. */
export function annotateText(article: Article, models: LanguageModels): AnnotatedText {
  const { text } = article;
  const segmented = segmentText(article);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const [index, { firstToken, endToken, block }] of segmented.sentences.entries()) {
    const spans = segmented.tokens.slice(firstToken, endToken);
    const forms = spans.map(({ start, end }) => normaliseForm(text.slice(start, end)));
    const { tags, heads, relations } = analyseWords(forms, models);
    const children: number[][] = forms.map(() => []);
    for (let word = 0; word < forms.length; word += 1) children[heads[word] ?? -1]?.push(firstToken + word);
    for (const [word, { start, end }] of spans.entries()) {
      const form = forms[word] ?? '';
      const tag = tags[word] ?? 0;
      const head = heads[word] ?? -1;
      const xpos = models.xpos[tag] ?? 'XX';
      tokens.push({
        index: firstToken + word,
        start,
        end,
        form,
        lemma: lemmatise(models.lemmas, form, xpos),
        xpos,
        upos: models.upos[tag] ?? 'X',
        head: head < 0 ? -1 : firstToken + head,
        relation: relations[word] ?? 'dep',
        children: children[word] ?? [],
        sentence: index,
        quotation: segmented.quotationOfToken[firstToken + word] ?? -1,
      });
    }
    const start = spans[0]?.start ?? 0;
    sentences.push({ index, start, end: spans.at(-1)?.end ?? start, firstToken, endToken, block });
  }
  return { article, text, blocks: segmented.blocks, sentences, tokens, quotations: segmented.quotations };
}
