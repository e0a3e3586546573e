import type { AnnotatedText } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';

/** A way of finding who says or thinks what in a text. Extractors are interchangeable and comparable. */
export interface Extractor {
  /** `rules`, `models`, `merge`: the first part of each attribution's `foundBy`. */
  readonly name: string;
  /** The attributions in reading order; `index` and `parent` refer to this list. */
  extract(text: AnnotatedText): readonly Attribution[];
}
