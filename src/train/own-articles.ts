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
  const gold = claims.map((claim: unknown) => {
    if (!isFields(claim)) throw new InputError(where, 'has a claim that is no JSON object');
    return {
      source: parseSpans(claim['source'], text, where),
      cue: parseSpans(claim['cue'], text, where),
      content: parseSpans(claim['content'], text, where),
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
