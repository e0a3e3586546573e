import { InputError } from '../model/input-error.ts';
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
}

type FileRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is FileRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string field under the first of its names that holds one. */
function words<Name extends string>(
  record: FileRecord,
  field: Name,
  ...names: readonly string[]
): { readonly [_ in Name]?: string } {
  const value = [field, ...names]
    .map((name) => record[name])
    .find((one) => typeof one === 'string' && one !== '');
  const found: { [_ in Name]?: string } = {};
  return typeof value === 'string' ? { ...found, [field]: value } : found;
}

/** The spans of a field: a list, a single one, or pairs `[start, end]`; what is no span is left out. */
function readSpans(value: unknown): readonly ScoredSpan[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
    const record: FileRecord = Array.isArray(item)
      ? { start: item[0], end: item[1] }
      : isRecord(item)
        ? item
        : {};
    const { start, end } = record;
    if (typeof start !== 'number' || typeof end !== 'number') return [];
    if (!Number.isInteger(start) || !Number.isInteger(end) || end <= start) return [];
    return [
      {
        start,
        end,
        ...words(record, 'surface', 'text'),
        ...(record['nominal'] === true ? { nominal: true } : {}),
      },
    ];
  });
}

function readEntity(value: unknown): readonly ScoredEntity[] {
  if (!isRecord(value) || typeof value['id'] !== 'string') return [];
  const { id } = value;
  return [
    {
      id,
      label: '',
      ...words(value, 'label'),
      ...words(value, 'qid'),
      mentions: readSpans(value['mentions']),
    },
  ];
}

function readClaim(value: unknown): readonly ScoredClaim[] {
  if (!isRecord(value)) return [];
  const { polarity } = value;
  return [
    {
      holder: '',
      ...words(value, 'holder'),
      ...words(value, 'speaker'),
      source: readSpans(value['source']),
      cue: readSpans(value['cue']),
      content: readSpans(value['content']),
      ...words(value, 'issue'),
      ...words(value, 'stance'),
      ...(typeof polarity === 'number' ? { polarity } : {}),
      ...words(value, 'reporting'),
      ...words(value, 'certainty'),
    },
  ];
}

function readDocument(value: unknown, where: string): ClaimDocument {
  if (!isRecord(value)) throw new InputError(where, 'is no JSON object');
  const { id } = value;
  if (typeof id !== 'string') throw new InputError(where, 'has no "id"');
  if (!Array.isArray(value['claims'])) throw new InputError(where, 'has no list "claims"');
  return {
    id,
    ...words(value, 'sha256', 'text_sha256'),
    ...words(value, 'outlet'),
    ...words(value, 'text'),
    entities: listOf(value['entities']).flatMap(readEntity),
    claims: value['claims'].flatMap(readClaim),
  };
}

/** Reads claims JSONL, gold or predicted, one article a line; an InputError names the first line that is broken. */
export function parseClaimDocuments(jsonl: string, file: string): readonly ClaimDocument[] {
  return jsonl.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${file}:${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw new InputError(where, 'is no JSON', { cause: error });
    }
    return [readDocument(value, where)];
  });
}
