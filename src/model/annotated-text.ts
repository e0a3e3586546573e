import type { Article } from './article.ts';
import type { Span } from './span.ts';

/** What a block of text is to its article. Metadata is never read as language. */
export type BlockKind = 'headline' | 'heading' | 'paragraph' | 'metadata';

/** A line or paragraph of the article. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** A word or mark. Tokens of a document are numbered through: `head` is an index into `tokens`. */
export interface Token extends Span {
  readonly index: number;
  /** The normalised form the models read: straight quotation marks and apostrophes. */
  readonly form: string;
  readonly lemma: string;
  /** Penn Treebank tag (`VBD`). */
  readonly xpos: string;
  /** Universal part of speech (`VERB`). */
  readonly upos: string;
  /** Index of the governing token in the same sentence; -1 for a root. */
  readonly head: number;
  /** Universal Dependencies relation (`nsubj:pass`). */
  readonly relation: string;
  /** Indices of the dependents, ascending. */
  readonly children: readonly number[];
  readonly sentence: number;
  /** Index of the quotation the token lies in (marks included); -1 outside. */
  readonly quotation: number;
}

/** A sentence: the tokens `[firstToken, endToken)`. */
export interface Sentence extends Span {
  readonly index: number;
  readonly firstToken: number;
  readonly endToken: number;
  /** Index into `blocks`. */
  readonly block: number;
}

/** A quoted stretch; the span includes the marks that are there, `inner` leaves them out. */
export interface Quotation extends Span {
  readonly index: number;
  readonly inner: Span;
  /** False where a mark had to be supplied: it is missing, doubled or misplaced in the text. */
  readonly closed: boolean;
  /** The quotation of the paragraph before, when this one goes on with it. */
  readonly continues?: number;
}

/** The text with its sentences, tokens, dependency trees and quotations: computed once, shared by all. */
export interface AnnotatedText {
  readonly article: Article;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quotation[];
}
