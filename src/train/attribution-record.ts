import { InputError } from '../model/input-error.ts';
import type { Span } from '../model/span.ts';

/** An attribution as a corpus annotates it. */
export interface AnnotatedAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** A text with its attributions: a line of `corpora/attribution/*.gold.jsonl`. */
export interface AttributionRecord {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly gold: readonly AnnotatedAttribution[];
  /** Words about which nothing is taught. */
  readonly mask: readonly Span[];
  /** Only the words of `gold` and `negative` are annotated. */
  readonly partial: boolean;
  /** Words that look like cues and are none. */
  readonly negative: readonly Span[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a line of JSON; an `InputError` says what is wrong with it. */
export function parseAttributionRecord(line: string, where: string): AttributionRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InputError(where, 'is not JSON', { cause });
  }
  if (!isFields(value)) throw new InputError(where, 'is not a JSON object');
  const { id, genre, text, gold } = value;
  if (typeof id !== 'string' || typeof text !== 'string') {
    throw new InputError(where, 'lacks "id" or "text", both strings');
  }
  if (!Array.isArray(gold)) throw new InputError(where, 'lacks "gold", a list of attributions');
  return {
    id,
    genre: typeof genre === 'string' ? genre : '',
    text,
    gold: gold.map((attribution) => parseAttribution(attribution, text, where)),
    mask: [...parseSpans(value['mask'], text, where), ...parseSpans(value['noAlign'], text, where)],
    partial: value['partial'] === true,
    negative: parseSpans(value['negCue'], text, where),
  };
}

function parseAttribution(value: unknown, text: string, where: string): AnnotatedAttribution {
  if (!isFields(value)) throw new InputError(where, 'has an attribution that is no JSON object');
  return {
    source: parseSpans(value['source'], text, where),
    cue: parseSpans(value['cue'], text, where),
    content: parseSpans(value['content'], text, where),
  };
}

/** A list of spans; none where there is no list. Offsets outside the text are the user’s mistake. */
export function parseSpans(value: unknown, text: string, where: string): readonly Span[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new InputError(where, 'has spans that are no list');
  return value.map((span: unknown) => {
    if (isFields(span)) {
      const { start, end } = span;
      if (
        typeof start === 'number' &&
        typeof end === 'number' &&
        start >= 0 &&
        start < end &&
        end <= text.length
      ) {
        return { start, end };
      }
    }
    throw new InputError(where, `has a span ${JSON.stringify(span)} that does not lie in its text`);
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
