import type { Span } from './span.ts';

/** A person's decision on who is meant by mentions of one article; it outranks every decision of the software. */
export interface UserDecision {
  /** Key of the article: the first 16 hexadecimal digits of its text's SHA-256. */
  readonly article: string;
  /** The actor's IRI when it was decided upon; a later build may give it another. */
  readonly actor: string;
  /** The mentions decided upon: by them a later build finds the actor again. */
  readonly mentions: readonly Span[];
  readonly judgement: 'linked' | 'nil';
  /** Wikidata item, where linked. */
  readonly qid?: string;
  /** The actor's name. */
  readonly label: string;
  /** Who decided. */
  readonly by: string;
  /** When, as xsd:dateTime; of two decisions on one mention the later counts. */
  readonly on: string;
  readonly note?: string;
}
