import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import type { ArticleFields } from './article-fields.ts';
import { mergeFields } from './article-fields.ts';
import { isForeignLanguage } from './foreign-language.ts';
import type { IngestResult } from './input-file.ts';
import { readMetadataLines } from './metadata-lines.ts';
import type { OutletHosts } from './outlets.ts';
import { outletOfUrl } from './outlets.ts';

/** The longest text that is taken for one article, in UTF-16 code units. */
export const LONGEST_ARTICLE = 1_000_000;

/** Half of a surrogate pair: such a text has no UTF-8 bytes and thus no hash. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** A text and what its format told about it. */
export interface ArticleParts {
  readonly text: string;
  readonly origin: string;
  /** The id of an article that no field names. */
  readonly name: string;
  /** Fields that the format gives explicitly, the strongest first. */
  readonly fields: readonly ArticleFields[];
  /** Stretches that the format itself shows to be no sentences. */
  readonly metadata?: readonly Span[];
  /** Where the lines begin that may tell more: behind the front matter. */
  readonly linesFrom?: number;
  /** What was odd on the way here. */
  readonly warnings?: readonly string[];
}

/** The result for an input that holds no readable article. */
export function refuse(where: string, message: string): IngestResult {
  return { articles: [], diagnostics: [{ severity: 'error', where, message }] };
}

function describeLength(length: number): string {
  return `${(Math.floor(length / 100_000) / 10).toFixed(1)} million characters`;
}

/** SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** One article out of a text and all that is known of it, or the reason why the text is none. */
export function assembleArticle(parts: ArticleParts, hosts: OutletHosts): IngestResult {
  const { text, origin } = parts;
  if (text.trim() === '') return refuse(origin, text === '' ? 'is empty' : 'holds nothing but white space');
  if (text.length > LONGEST_ARTICLE) {
    return refuse(
      origin,
      `${describeLength(text.length)} long; a news article has at most 1 million, split it`,
    );
  }
  if (LONE_SURROGATE.test(text))
    return refuse(origin, 'holds half of a surrogate pair, which is no character');

  const lines = readMetadataLines(text, parts.linesFrom ?? 0, hosts);
  const given = mergeFields(...parts.fields);
  const fields = mergeFields(given, lines.fields);
  const outlet =
    given.outlet ?? (given.url === undefined ? undefined : outletOfUrl(given.url, hosts)) ?? fields.outlet;
  const metadata = [...(parts.metadata ?? []), ...lines.metadata];
  if (isNothingBut(text, metadata)) return refuse(origin, 'holds nothing but metadata');

  const article: Article = {
    id: fields.id ?? parts.name,
    text,
    sha256: hashText(text),
    ...(fields.date === undefined ? {} : { date: fields.date }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(fields.url === undefined ? {} : { url: fields.url }),
    ...(fields.title === undefined ? {} : { title: fields.title }),
    ...(fields.lang === undefined ? {} : { lang: fields.lang }),
    metadata,
    origin,
  };
  // A line that reads like a date and is none matters only where no better source gives the date.
  const problems = lines.problems.filter(
    (problem) => !problem.startsWith('the date') || given.date === undefined,
  );
  const language = isForeignLanguage(text)
    ? ['does not seem to be in English; claims are found in English texts only']
    : [];
  const diagnostics = [...(parts.warnings ?? []), ...language, ...problems].map((message): Diagnostic => ({
    severity: 'warning',
    where: origin,
    message,
  }));
  return { articles: [article], diagnostics };
}

function isNothingBut(text: string, spans: readonly Span[]): boolean {
  let position = 0;
  for (const span of spans.toSorted((left, right) => left.start - right.start)) {
    if (text.slice(position, span.start).trim() !== '') return false;
    position = Math.max(position, span.end);
  }
  return text.slice(position).trim() === '';
}
