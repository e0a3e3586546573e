import type { Span } from './span.ts';

/** One article as received. `text` is never altered: every offset and the hash belong to it. */
export interface Article {
  /** Stable within a corpus: the input's own id, else the file's name without its ending. */
  readonly id: string;
  readonly text: string;
  /** SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly date?: string;
  /** The publisher's name: “Al Jazeera”. */
  readonly outlet?: string;
  readonly url?: string;
  readonly title?: string;
  /** BCP 47 tag. */
  readonly lang?: string;
  /** Stretches of the text that are no sentences: front matter, a picture's URL, a time stamp. */
  readonly metadata: readonly Span[];
  /** Where the article came from, for messages: `articles.jsonl:3`. */
  readonly origin: string;
}
