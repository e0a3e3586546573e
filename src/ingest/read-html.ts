import { Readability } from '@mozilla/readability';
import { assembleArticle, refuse } from './assemble-article.ts';
import { decodeText } from './decode-text.ts';
import { parsePage } from './html-page.ts';
import type { PageDocument, PageNode } from './html-page.ts';
import type { IngestResult, InputFile } from './input-file.ts';
import { nameOfFile } from './input-file.ts';
import type { OutletHosts } from './outlets.ts';
import { removeFurniture } from './page-furniture.ts';
import { readPageMetadata } from './page-metadata.ts';
import { listLines } from './page-text.ts';
import { readSidecar } from './sidecar.ts';

const SENTENCE_END = /[.!?…]["”’')\]]*(?:\s|$)/u;
/** Fewer characters of prose are no article, unless the page calls itself one. */
const LEAST_PROSE = 200;

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return (
    /<meta[^<>]+charset\s*=\s*["']?([\w:-]+)/iu.exec(head)?.[1] ??
    /<\?xml[^<>]+encoding\s*=\s*["']([\w:-]+)/iu.exec(head)?.[1]
  );
}

function extractLines(document: PageDocument): readonly string[] {
  try {
    const reader = new Readability<PageNode>(document, { serializer: (node: PageNode) => node });
    const content = reader.parse()?.content;
    return content === null || content === undefined ? [] : listLines(content);
  } catch {
    // The library stumbles over odd pages in many ways; each means that the page shows no article.
    return [];
  }
}

/** Whether a line holds a sentence of running text. */
function isProse(line: string): boolean {
  return SENTENCE_END.test(line) && line.split(' ', 7).length === 7;
}

function measureProse(lines: readonly string[]): number {
  return lines.filter((line) => isProse(line)).reduce((sum, line) => sum + line.length, 0);
}

function normalise(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Puts the headline before the text where the extraction has left it out. */
function withHeadline(lines: readonly string[], title: string | undefined): readonly string[] {
  const [first = '', ...rest] = lines;
  if (title === undefined) return lines;
  const [headline, opening] = [normalise(title), normalise(first)];
  if (headline === opening) return lines;
  // “Ministers meet – The Site” in the page's title, “Ministers meet” in its heading.
  if (opening.length > 20 && headline.startsWith(opening)) return [first, ...rest];
  return [title, ...lines];
}

/**
 * Reads the article of a web page. Its text is what readability extracts: the headline and one line for each
 * paragraph; hash and offsets belong to that text. A page without running text is refused.
 */
export function readHtml(file: InputFile, hosts: OutletHosts): IngestResult {
  const declared = declaredEncoding(file.bytes);
  const decoded = decodeText(file.bytes, declared === undefined ? {} : { declared });
  if (decoded.text === undefined) return refuse(file.path, decoded.reason);
  const page = parsePage(decoded.text);
  if (page.document === undefined) return refuse(file.path, page.reason);
  const metadata = readPageMetadata(page.document);
  removeFurniture(page.document);
  const found = extractLines(page.document);
  const least = metadata.isArticle ? 1 : LEAST_PROSE;
  const lines =
    measureProse(found) < least && metadata.articleBody !== undefined
      ? metadata.articleBody.split(/\s*\n\s*/u)
      : found;
  if (measureProse(lines) < least) return refuse(file.path, 'is a web page without a readable article');
  const sidecar = readSidecar(file.sidecar);
  const title = sidecar.fields.title ?? metadata.fields.title;
  return assembleArticle(
    {
      text: `${withHeadline(lines, title).join('\n')}\n`,
      origin: file.path,
      name: nameOfFile(file.path),
      fields: [sidecar.fields, metadata.fields],
      warnings: [
        ...(decoded.warning === undefined ? [] : [decoded.warning]),
        ...sidecar.warnings,
        ...metadata.problems,
      ],
    },
    hosts,
  );
}
