/** What inference knows of one claim that has an issue and a stance. All names are IRIs. */
export interface ClaimFact {
  readonly claim: string;
  readonly article: string;
  readonly outlet?: string;
  readonly holder: string;
  /** False where the holder is the article's own voice or nobody whom the text names. */
  readonly isActor: boolean;
  /** Who act together as the holder, where it is a group of named actors. */
  readonly members?: readonly string[];
  readonly issue: string;
  readonly stance: string;
  readonly polarity: number;
  /** See `claimTime`. */
  readonly time?: string;
  /** The article or its headline says it in its own voice. */
  readonly isOwnVoice: boolean;
  /** Our extraction confidence, 0–1. */
  readonly confidence: number;
  /** The evidence's words joined by blanks, normalised. */
  readonly words: string;
  /** Shingles of three words of the evidence. */
  readonly shingles: Uint32Array;
  /** Shingles of the paragraph in which the evidence begins; empty without the article's text. */
  readonly passage: Uint32Array;
  /** The words that say that the position changed. */
  readonly changePhrase?: string;
}

/** What inference knows of one article. */
export interface ArticleFact {
  readonly article: string;
  readonly date?: string;
  /** Shingles of the whole text; empty without it. */
  readonly shingles: Uint32Array;
}

/** A triple in plain strings, which can pass from thread to thread: IRIs, or a literal's value with its datatype. */
export interface PlainTriple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
  readonly datatype?: string;
}
