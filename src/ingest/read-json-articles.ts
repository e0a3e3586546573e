import type { Diagnostic } from '../model/diagnostic.ts';
import { assembleArticle, refuse } from './assemble-article.ts';
import { readFields } from './article-fields.ts';
import { decodeText, decodeUtf8, readByteOrderMark } from './decode-text.ts';
import type { IngestResult, InputFile } from './input-file.ts';
import { nameOfFile } from './input-file.ts';
import type { OutletHosts } from './outlets.ts';

/** The form that a record must have, as messages put it. */
const FORM = '{"id", "text", "date"?, "outlet"?, "url"?, "title"?, "lang"?}';
const NEWLINE = 0x0a;

function readRecord(record: unknown, origin: string, name: string, hosts: OutletHosts): IngestResult {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return refuse(origin, `is no JSON object; an article is ${FORM}`);
  }
  if (!('text' in record)) return refuse(origin, `has no "text"; an article is ${FORM}`);
  if (typeof record.text !== 'string') return refuse(origin, '"text" is no string');
  if (record.text === '') return refuse(origin, '"text" is empty');
  const { fields, problems } = readFields(record);
  return assembleArticle({ text: record.text, origin, name, fields: [fields], warnings: problems }, hosts);
}

function joinResults(results: readonly IngestResult[]): IngestResult {
  return {
    articles: results.flatMap(({ articles }) => articles),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The reason that the JSON parser gives, without the excerpt of the text that it adds. */
function describeSyntax(error: SyntaxError): string {
  return error.message.replace(/,? (?:\.{3}|").*(?=is not valid JSON)/su, ' ').replace(/\s+/gu, ' ');
}

type Line = { readonly text: string } | { readonly reason: string };

/** The lines of a file, each decoded for itself, so that a damaged one leaves the others whole. */
function splitJsonLines(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    const text = decodeUtf8(bytes.subarray(start, end));
    lines.push(text === undefined ? { reason: 'is not valid UTF-8' } : { text });
    start = end + 1;
  }
  return lines;
}

interface LinesOfFile {
  readonly lines: readonly Line[];
  readonly warning?: string;
}

function readLines(file: InputFile): LinesOfFile | { readonly reason: string } {
  const mark = readByteOrderMark(file.bytes);
  if (mark?.encoding === 'utf-8') return { lines: splitJsonLines(file.bytes.subarray(mark.length)) };
  const lines = splitJsonLines(file.bytes);
  const isUtf8 = lines.some((line) => 'text' in line && /\P{ASCII}/u.test(line.text));
  if (mark === undefined && !file.bytes.includes(0) && (isUtf8 || lines.every((line) => 'text' in line)))
    return { lines };
  const decoded = decodeText(file.bytes);
  if (decoded.text === undefined)
    return lines.some((line) => 'text' in line && line.text.startsWith('{"')) ? { lines } : decoded;
  return {
    lines: decoded.text.split('\n').map((text) => ({ text })),
    ...(decoded.warning === undefined ? {} : { warning: decoded.warning }),
  };
}

function readLine(line: Line, origin: string, name: string, hosts: OutletHosts): IngestResult {
  if ('reason' in line) return refuse(origin, line.reason);
  let record: unknown;
  try {
    // Files put one behind the other keep the byte order mark of each.
    record = JSON.parse(line.text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(origin, `is no JSON: ${describeSyntax(error)}`);
    throw error;
  }
  return readRecord(record, origin, name, hosts);
}

/** Reads article JSONL, one article a line; a broken line is named with its number and the others are read. */
export function readJsonLines(file: InputFile, hosts: OutletHosts): IngestResult {
  if (file.bytes.length === 0) return refuse(file.path, 'is empty');
  const read = readLines(file);
  if ('reason' in read) return refuse(file.path, read.reason);
  const filled = read.lines
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => 'reason' in line || line.text.trim() !== '');
  if (filled.length === 0) return refuse(file.path, 'holds nothing but white space');
  const name = nameOfFile(file.path);
  const results = filled.map(({ line, number }) =>
    readLine(line, `${file.path}:${number}`, `${name}-${number}`, hosts),
  );
  const joined = joinResults(results);
  if (joined.articles.length === 0 && results.length > 3) {
    const first = joined.diagnostics[0];
    return refuse(
      file.path,
      `none of its ${results.length} lines is an article; ${first?.where ?? ''} ${first?.message ?? ''}`,
    );
  }
  const warnings: readonly Diagnostic[] =
    read.warning === undefined ? [] : [{ severity: 'warning', where: file.path, message: read.warning }];
  return { articles: joined.articles, diagnostics: [...warnings, ...joined.diagnostics] };
}

/** Reads a JSON file that holds one article or a list of them; JSON Lines under this ending are read as such. */
export function readJson(file: InputFile, hosts: OutletHosts): IngestResult {
  const decoded = decodeText(file.bytes);
  if (decoded.text === undefined) return refuse(file.path, decoded.reason);
  let content: unknown;
  try {
    content = JSON.parse(decoded.text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const firstLine = /^\s*(\{.*\})[ \t]*\r?\n\s*\{/u.exec(decoded.text);
    return firstLine === null
      ? refuse(file.path, `is no JSON: ${describeSyntax(error)}`)
      : readJsonLines(file, hosts);
  }
  const name = nameOfFile(file.path);
  const result = Array.isArray(content)
    ? joinResults(
        content.map((record, index) =>
          readRecord(record, `${file.path}[${index}]`, `${name}-${index + 1}`, hosts),
        ),
      )
    : readRecord(content, file.path, name, hosts);
  if (Array.isArray(content) && content.length === 0) return refuse(file.path, 'is an empty list');
  if (decoded.warning === undefined) return result;
  return {
    ...result,
    diagnostics: [{ severity: 'warning', where: file.path, message: decoded.warning }, ...result.diagnostics],
  };
}
