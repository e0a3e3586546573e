import { refuse } from './assemble-article.ts';
import { recodeToUtf8 } from './decode-text.ts';
import { describeForeignFile } from './foreign-file.ts';
import type { IngestResult, InputFile } from './input-file.ts';
import type { OutletHosts } from './outlets.ts';
import { readHtml } from './read-html.ts';
import { readJson, readJsonLines } from './read-json-articles.ts';
import { readMarkdown, readPlainText } from './read-plain-text.ts';

type Reader = (file: InputFile, hosts: OutletHosts) => IngestResult;

/** The formats by the ending of the file's name. */
const READERS: Readonly<Record<string, Reader>> = {
  txt: readPlainText,
  text: readPlainText,
  md: readMarkdown,
  markdown: readMarkdown,
  html: readHtml,
  htm: readHtml,
  xhtml: readHtml,
  jsonl: readJsonLines,
  ndjson: readJsonLines,
  json: readJson,
};

function startOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('latin1');
}

/** The format that the first characters show, for standard input and for names without a known ending. */
function guessReader(bytes: Uint8Array): Reader {
  const start = startOf(bytes, 1024).replace(/^(?:\u00EF\u00BB\u00BF)?\s*/u, '');
  if (/^<(?:!doctype html|html|head|\?xml)/iu.test(start)) return readHtml;
  if (/^\{\s*"/u.test(start)) return readJson;
  if (/^\[\s*\{\s*"/u.test(start)) return readJson;
  return readPlainText;
}

/**
 * The articles of one file, with metadata from (strongest first) its own fields, its sidecar, front matter or page
 * metadata, and the lines of the text. Never throws for what a file holds: the reason is a diagnostic.
 */
export function readArticles(file: InputFile, hosts: OutletHosts = new Map()): IngestResult {
  const foreign = describeForeignFile(file);
  if (foreign !== undefined) return refuse(file.path, foreign);
  const bytes = file.encoding === undefined ? file.bytes : recodeToUtf8(file.bytes, file.encoding);
  if (bytes === undefined) return refuse(file.path, `is not in the encoding ${file.encoding ?? ''}`);
  const ending = /\.([a-z]+)$/iu.exec(file.path)?.[1]?.toLowerCase() ?? '';
  const reader = Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
  return (reader ?? guessReader(bytes))({ ...file, bytes }, hosts);
}
