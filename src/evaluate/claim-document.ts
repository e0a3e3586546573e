import type { Span } from '../model/span.ts';

/** A span, with its words where the file gives them. */
export interface ScoredSpan extends Span {
  readonly surface?: string;
  /** The mention is no name: “the minister”. */
  readonly nominal?: boolean;
}

/** An actor of a document. */
export interface ScoredEntity {
  readonly id: string;
  readonly label: string;
  readonly qid?: string;
  readonly mentions: readonly ScoredSpan[];
}

/** A claim as gold or as predicted; `holder` and `speaker` are ids of entities or plain names. */
export interface ScoredClaim {
  readonly holder: string;
  readonly speaker?: string;
  readonly source: readonly ScoredSpan[];
  readonly cue: readonly ScoredSpan[];
  readonly content: readonly ScoredSpan[];
  readonly issue?: string;
  readonly stance?: string;
  readonly polarity?: number;
  readonly reporting?: string;
  readonly certainty?: string;
}

/** One article's claims. */
export interface ClaimDocument {
  readonly id: string;
  readonly sha256?: string;
  readonly outlet?: string;
  readonly text?: string;
  readonly entities: readonly ScoredEntity[];
  readonly claims: readonly ScoredClaim[];
  /** The document has attributions alone: source, cue and content, without holders and positions. */
  readonly isBare?: boolean;
  /** Where it was read, for messages: `gold.jsonl:3`. */
  readonly origin?: string;
}

/** The document beside another version of its text: every span moved, every surface as that text has it. */
export function moveSpans(document: ClaimDocument, text: string, moved: (span: Span) => Span): ClaimDocument {
  const move = (spans: readonly ScoredSpan[]): readonly ScoredSpan[] =>
    spans.flatMap((span) => {
      const { start, end } = moved(span);
      const surface = span.surface === undefined ? {} : { surface: text.slice(start, end) };
      return start === end ? [] : [{ ...span, start, end, ...surface }];
    });
  // The SHA-256 is that of the other text.
  const { sha256: _, ...rest } = document;
  return {
    ...rest,
    text,
    entities: document.entities.map((entity) => ({ ...entity, mentions: move(entity.mentions) })),
    claims: document.claims.map((claim) => ({
      ...claim,
      source: move(claim.source),
      cue: move(claim.cue),
      content: move(claim.content),
    })),
  };
}
