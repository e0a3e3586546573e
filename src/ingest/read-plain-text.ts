import type { Span } from '../model/span.ts';
import { assembleArticle, refuse } from './assemble-article.ts';
import { readFields } from './article-fields.ts';
import { decodeText } from './decode-text.ts';
import { readFrontMatter } from './front-matter.ts';
import type { IngestResult, InputFile } from './input-file.ts';
import { nameOfFile } from './input-file.ts';
import type { OutletHosts } from './outlets.ts';
import { readSidecar } from './sidecar.ts';
import { findLines } from './text-lines.ts';

/** Lines of Markdown that are no sentences: a picture, a rule, a comment, a link's definition. */
const MARKDOWN_FURNITURE = /^(?:!\[[^\]]*\]\([^)]*\)|(?:[-*_] ?){3,}|<!--.*-->|\[[^\]]+\]: \S+.*)$/u;

function findFurniture(text: string, from: number): readonly Span[] {
  return findLines(text)
    .filter((line) => line.start >= from && line.words.length < 2000 && MARKDOWN_FURNITURE.test(line.words))
    .map(({ start, end }) => ({ start, end }));
}

/** The headline that a Markdown heading of the first level gives: “# Ministers meet in Geneva”. */
function findMarkdownTitle(text: string, from: number): string | undefined {
  const first = findLines(text).find((line) => line.start >= from);
  return /^# (.+?)(?: #+)?$/u.exec(first?.words ?? '')?.[1]?.trim();
}

function readText(file: InputFile, hosts: OutletHosts, format: 'plain' | 'markdown'): IngestResult {
  const decoded = decodeText(file.bytes);
  if (decoded.text === undefined) return refuse(file.path, decoded.reason);
  const { text } = decoded;
  const frontMatter = readFrontMatter(text);
  const from = frontMatter?.span.end ?? 0;
  const front = readFields(frontMatter?.record ?? {});
  const sidecar = readSidecar(file.sidecar);
  const title = format === 'markdown' ? findMarkdownTitle(text, from) : undefined;
  return assembleArticle(
    {
      text,
      origin: file.path,
      name: nameOfFile(file.path),
      fields: [sidecar.fields, front.fields, title === undefined ? {} : { title }],
      metadata: [
        ...(frontMatter === undefined ? [] : [frontMatter.span]),
        ...(format === 'markdown' ? findFurniture(text, from) : []),
      ],
      linesFrom: from,
      warnings: [
        ...(decoded.warning === undefined ? [] : [decoded.warning]),
        ...sidecar.warnings,
        ...front.problems,
      ],
    },
    hosts,
  );
}

/** Reads a plain text; front matter and metadata lines stay in it and are marked as no sentences. */
export function readPlainText(file: InputFile, hosts: OutletHosts): IngestResult {
  return readText(file, hosts, 'plain');
}

/** Reads a Markdown text; its markup stays in the text, so that offsets lead back to the file. */
export function readMarkdown(file: InputFile, hosts: OutletHosts): IngestResult {
  return readText(file, hosts, 'markdown');
}
