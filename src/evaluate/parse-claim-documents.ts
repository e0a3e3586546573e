import { InputError } from '../model/input-error.ts';
import type { ClaimDocument, ScoredClaim, ScoredEntity, ScoredSpan } from './claim-document.ts';

type FileRecord = Readonly<Record<string, unknown>>;

const SPAN_FORM = '{"start": 0, "end": 4} or [0, 4], offsets in UTF-16 code units, the end left out';

function isRecord(value: unknown): value is FileRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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

function isOffset(offset: unknown): offset is number {
  return typeof offset === 'number' && Number.isInteger(offset) && offset >= 0;
}

function readSpan(value: unknown, where: string): readonly ScoredSpan[] {
  const record: FileRecord = Array.isArray(value)
    ? { start: value[0], end: value[1] }
    : isRecord(value)
      ? value
      : {};
  const { start, end } = record;
  if (!isOffset(start) || !isOffset(end) || end < start) {
    throw new InputError(where, `${JSON.stringify(value) ?? 'undefined'} is no span; write ${SPAN_FORM}`);
  }
  if (start === end) return [];
  return [
    {
      start,
      end,
      ...words(record, 'surface', 'text'),
      ...(record['nominal'] === true ? { nominal: true } : {}),
    },
  ];
}

/** The spans of a field: a list, or a single one; an empty one is left out. */
function readSpans(value: unknown, where: string): readonly ScoredSpan[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => readSpan(item, where));
}

function readEntity(value: unknown, where: string): ScoredEntity {
  if (!isRecord(value) || typeof value['id'] !== 'string')
    throw new InputError(where, 'is no entity with an "id"');
  return {
    id: value['id'],
    label: '',
    ...words(value, 'label'),
    ...words(value, 'qid'),
    mentions: readSpans(value['mentions'], `${where}: "mentions"`),
  };
}

function readClaim(value: unknown, where: string): ScoredClaim {
  if (!isRecord(value)) throw new InputError(where, 'is no JSON object');
  const { polarity } = value;
  return {
    holder: '',
    ...words(value, 'holder'),
    ...words(value, 'speaker'),
    source: readSpans(value['source'], `${where}: "source"`),
    cue: readSpans(value['cue'], `${where}: "cue"`),
    content: readSpans(value['content'], `${where}: "content"`),
    ...words(value, 'issue'),
    ...words(value, 'stance'),
    ...(typeof polarity === 'number' ? { polarity } : {}),
    ...words(value, 'reporting'),
    ...words(value, 'certainty'),
  };
}

function readDocument(value: unknown, where: string): ClaimDocument {
  if (!isRecord(value)) throw new InputError(where, 'is no JSON object');
  const { id, claims, gold } = value;
  if (typeof id !== 'string') throw new InputError(where, 'has no "id"');
  const isBare = !Array.isArray(claims) && Array.isArray(gold);
  const listed: unknown = isBare ? gold : claims;
  if (!Array.isArray(listed)) {
    throw new InputError(where, 'has no list "claims", nor a list "gold" of attributions');
  }
  const entities: unknown = value['entities'] ?? [];
  if (!Array.isArray(entities)) throw new InputError(where, '"entities" is no list');
  return {
    id,
    ...words(value, 'sha256', 'text_sha256'),
    ...words(value, 'outlet'),
    ...words(value, 'text'),
    entities: entities.map((entity, index) => readEntity(entity, `${where}: entity ${index + 1}`)),
    claims: listed.map((claim, index) => readClaim(claim, `${where}: claim ${index + 1}`)),
    ...(isBare ? { isBare } : {}),
    origin: where,
  };
}

/**
 * Reads JSON Lines, gold or predicted, one article a line: claims (`{"id", "claims": […]}`) or the attributions of a
 * corpus (`{"id", "text", "gold": [{"source", "cue", "content"}]}`). An InputError names file, line and claim of what
 * is broken.
 */
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

/** Refuses a document that has a span outside its text: such gold belongs to another text. */
export function checkSpans(document: ClaimDocument, text: string): void {
  for (const [index, { source, cue, content }] of document.claims.entries()) {
    const outside = [...source, ...cue, ...content].find(({ end }) => end > text.length);
    if (outside === undefined) continue;
    throw new InputError(
      `${document.origin ?? document.id}: claim ${index + 1}`,
      `the span ${outside.start}–${outside.end} lies outside the text of "${document.id}", which has ${text.length} characters`,
    );
  }
}
