import { hashText } from '../../learn/hash-features.ts';
import type { AnnotatedText } from '../../model/annotated-text.ts';
import { isQuotationMark } from '../token-range.ts';

/** The hash that stands for a word beyond the edge of the text read. */
export const NOTHING = hashText('nothing');

const LONGEST_WORD = 40;

/** A text’s tokens as columns of numbers, made once for all features. Words, tags and relations are hashes. */
export interface TokenColumns {
  readonly length: number;
  readonly lower: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  readonly relation: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix4: Int32Array;
  /** 1 for an initial capital, 2 for capitals throughout. */
  readonly capitals: Uint8Array;
  /** 1 for a quotation mark. */
  readonly mark: Uint8Array;
  /** Index of the quotation, -1 outside. */
  readonly quotation: Int32Array;
  readonly head: Int32Array;
  readonly sentence: Int32Array;
  readonly block: Int32Array;
  /** The first token under each token, and the one after the last. */
  readonly subtreeFirst: Int32Array;
  readonly subtreeEnd: Int32Array;
}

/** The columns of a text. */
export function readColumns(text: AnnotatedText): TokenColumns {
  const length = text.tokens.length;
  const column = (): Int32Array => new Int32Array(length);
  const columns = {
    length,
    lower: column(),
    lemma: column(),
    tag: column(),
    relation: column(),
    suffix3: column(),
    suffix4: column(),
    prefix4: column(),
    capitals: new Uint8Array(length),
    mark: new Uint8Array(length),
    quotation: column(),
    head: column(),
    sentence: column(),
    block: column(),
    subtreeFirst: column(),
    subtreeEnd: column(),
  };
  for (const token of text.tokens) {
    const { index } = token;
    const form = token.form.slice(0, LONGEST_WORD);
    const lower = form.toLowerCase();
    columns.lower[index] = hashText(lower);
    columns.lemma[index] = hashText(token.lemma.slice(0, LONGEST_WORD));
    columns.tag[index] = hashText(token.xpos);
    columns.relation[index] = hashText(token.relation);
    columns.suffix3[index] = hashText(lower.slice(-3));
    columns.suffix4[index] = hashText(lower.slice(-4));
    columns.prefix4[index] = hashText(lower.slice(0, 4));
    columns.capitals[index] = capitalsOf(form, lower);
    columns.mark[index] = isQuotationMark(token) ? 1 : 0;
    columns.quotation[index] = token.quotation;
    columns.head[index] = token.head;
    columns.sentence[index] = token.sentence;
    columns.block[index] = text.sentences[token.sentence]?.block ?? -1;
    columns.subtreeFirst[index] = index;
    columns.subtreeEnd[index] = index + 1;
  }
  spreadSubtrees(columns);
  return columns;
}

function capitalsOf(form: string, lower: string): number {
  if (form === lower || !/^\p{Lu}/u.test(form)) return 0;
  return form.length > 1 && form === form.toUpperCase() ? 2 : 1;
}

/** Widens each ancestor up to the first that already reaches as far. */
function spreadSubtrees({ length, head, subtreeFirst, subtreeEnd }: TokenColumns): void {
  for (let index = 0; index < length; index += 1) {
    for (let above = head[index] ?? -1; above >= 0; above = head[above] ?? -1) {
      const first = subtreeFirst[above] ?? 0;
      const end = subtreeEnd[above] ?? 0;
      if (first <= index && index < end) break;
      if (index < first) subtreeFirst[above] = index;
      if (index >= end) subtreeEnd[above] = index + 1;
    }
  }
}
