import { createHash } from 'node:crypto';
import { InputError } from '../model/input-error.ts';
import { parseSpans } from './attribution-record.ts';
import type { AttributionRecord } from './attribution-record.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A user’s own annotated article: a line of the claims format, `{"id", "text"?, "claims": [{"source", "cue",
 * "content"}]}`. `textOf` gives the text of an article whose line has none.
 */
export function parseOwnArticle(
  line: string,
  where: string,
  textOf: (id: string) => string | undefined,
): AttributionRecord {
  const value = parseFields(line, where);
  const { id, claims } = value;
  if (typeof id !== 'string' || !Array.isArray(claims)) {
    throw new InputError(where, 'lacks "id", a string, or "claims", a list');
  }
  const text = typeof value['text'] === 'string' ? value['text'] : textOf(id);
  if (text === undefined) {
    throw new InputError(where, `has no "text", and the folder of articles has no text of "${id}"`);
  }
  const sum = value['sha256'] ?? value['text_sha256'];
  if (typeof sum === 'string' && sum !== createHash('sha256').update(text).digest('hex')) {
    throw new InputError(where, `was annotated on another text of "${id}": the SHA-256 differs`);
  }
  const gold = claims.map((claim: unknown, index) => {
    const place = `${where}: claim ${index + 1}`;
    if (!isFields(claim)) throw new InputError(place, 'is no JSON object');
    return {
      source: parseSpans(claim['source'], text, place),
      cue: parseSpans(claim['cue'], text, place),
      content: parseSpans(claim['content'], text, place),
    };
  });
  return { id, genre: 'news', text, gold, mask: [], partial: false, negative: [] };
}

function parseFields(line: string, where: string): Fields {
  try {
    const value: unknown = JSON.parse(line);
    if (isFields(value)) return value;
  } catch (cause) {
    throw new InputError(where, 'is not JSON', { cause });
  }
  throw new InputError(where, 'is not a JSON object');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
