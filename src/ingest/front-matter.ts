import type { Span } from '../model/span.ts';

/** The head of a file between two fence lines: its keys and values, and where it stands. */
export interface FrontMatter {
  readonly span: Span;
  readonly record: Readonly<Record<string, string>>;
}

const OPENING = /^\s*---[ \t]*(?:\r\n|\n|\r)/u;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/u;
const ENTRY = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/u;
/** Comments, empty lines, list items and lines that go on with the value before. */
const FILLER = /^(?:#.*|\s*|[ \t]+\S.*|-[ \t].*)$/u;
const LONGEST = 100;

function unquote(value: string): string {
  const trimmed = value.trim();
  const quoted = /^(["'])(.*)\1$/u.exec(trimmed);
  return quoted?.[2] ?? trimmed;
}

/**
 * The front matter with which a text begins: lines `key: value` between `---` and `---` (or `...`).
 * Nested values are passed over. Undefined where the first lines are anything else.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text);
  if (opening === null) return undefined;
  const record: Record<string, string> = {};
  let offset = opening[0].length;
  for (let line = 0; line < LONGEST && offset < text.length; line += 1) {
    const rest = /[^\r\n]*/uy;
    rest.lastIndex = offset;
    const words = rest.exec(text)?.[0] ?? '';
    const end = offset + words.length;
    if (CLOSING.test(words)) {
      const start = text.indexOf('---');
      return { span: { start, end: end - (words.length - words.trimEnd().length) }, record };
    }
    const entry = ENTRY.exec(words);
    if (entry === null && !FILLER.test(words)) return undefined;
    const [, key = '', value = ''] = entry ?? [];
    if (key !== '' && value.trim() !== '') record[key] = unquote(value);
    offset = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return undefined;
}
