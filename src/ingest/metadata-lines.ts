import type { Span } from '../model/span.ts';
import type { ArticleFields, FieldsReading } from './article-fields.ts';
import { readFields } from './article-fields.ts';
import { readEdgeLine, readStrayLine } from './metadata-line.ts';
import type { MetadataLine } from './metadata-line.ts';
import type { OutletHosts } from './outlets.ts';
import { outletOfName, outletOfUrl } from './outlets.ts';
import type { TextLine } from './text-lines.ts';
import { findLines } from './text-lines.ts';

/** How many lines at each end of a text may be metadata. */
const EDGE = 6;
const LONGEST_HEADLINE = 220;
const SEPARATOR = /\s[|•]\s/u;
const DASH_SUFFIX = /\s[-–—]\s(?=[^-–—]+$)/u;

/** What the lines of a text tell besides its sentences. */
export interface LinesReading extends FieldsReading {
  readonly metadata: readonly Span[];
}

interface Found {
  readonly line: TextLine;
  readonly says: MetadataLine;
}

function findMetadataLines(lines: readonly TextLine[]): readonly Found[] {
  const found = new Map<number, Found>();
  const add = (index: number, says: MetadataLine | undefined): boolean => {
    const line = lines[index];
    if (line !== undefined && says !== undefined) found.set(index, { line, says });
    return says !== undefined;
  };
  for (const [index, line] of lines.entries()) add(index, readStrayLine(line.words));
  // The top ends with the first line that is neither metadata nor the headline.
  let language = 0;
  for (let index = 0; index < Math.min(EDGE, lines.length) && language < 2; index += 1) {
    const says = readEdgeLine(lines[index]?.words ?? '');
    // “By Friday Moscow Must Decide” is a headline where it comes first.
    if (!add(index, index === 0 && says?.kind === 'byline' ? undefined : says)) language += 1;
  }
  for (let index = lines.length - 1; index >= Math.max(0, lines.length - EDGE); index -= 1) {
    if (!add(index, readEdgeLine(lines[index]?.words ?? ''))) break;
  }
  return [...found.entries()].toSorted(([left], [right]) => left - right).map(([, one]) => one);
}

interface Headline {
  readonly title?: string;
  readonly outlet?: string;
  readonly metadata: readonly Span[];
}

/** The part of a page's title that is the headline: “Why Kyiv waits” in “Opinion | Why Kyiv waits | The Site”. */
function readHeadline(line: TextLine | undefined, hosts: OutletHosts): Headline {
  if (
    line === undefined ||
    line.words.length > LONGEST_HEADLINE ||
    !/\p{L}\S*\s+\S*\p{L}/u.test(line.words) ||
    /[.…:;,]["”’']?$/u.test(line.words)
  )
    return { metadata: [] };
  const separator = SEPARATOR.test(line.words) ? SEPARATOR : DASH_SUFFIX;
  const parts: Span[] = [];
  let start = 0;
  for (const gap of line.words.matchAll(new RegExp(separator, 'gu'))) {
    parts.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  parts.push({ start, end: line.words.length });
  const words = (part: Span | undefined): string =>
    part === undefined ? '' : line.words.slice(part.start, part.end).trim();
  const outlet = parts
    .slice(1)
    .map((part) => outletOfName(words(part), hosts))
    .find((name) => name !== undefined);
  // “X – Y” is a headline of its own unless the last part names an outlet.
  if (parts.length === 1 || (separator === DASH_SUFFIX && outlet === undefined))
    return { title: line.words, metadata: [] };
  const isShort = (part: Span | undefined): boolean => words(part).split(/\s+/u).length <= 2;
  const chosen = isShort(parts[0]) && !isShort(parts[1]) ? 1 : 0;
  const headline = parts[chosen] ?? { start: 0, end: line.words.length };
  const metadata = [
    { start: line.start, end: line.start + headline.start },
    { start: line.start + headline.end, end: line.end },
  ].filter((span) => span.end > span.start);
  return { title: words(headline), metadata, ...(outlet === undefined ? {} : { outlet }) };
}

/** Hosts whose pages are shown inside articles and are never articles. */
const EMBEDDED_HOST =
  /^(?:[\w-]+\.)*(?:twitter\.com|x\.com|t\.co|t\.me|youtube\.com|youtu\.be|facebook\.com|instagram\.com|tiktok\.com)$/u;

/** The address of the article itself: that of a listed outlet, or else the only one that stands at an end of the text. */
function chooseUrl(urls: readonly string[], hosts: OutletHosts): string | undefined {
  const ofOutlet = urls.find((url) => outletOfUrl(url, hosts) !== undefined);
  if (ofOutlet !== undefined) return ofOutlet;
  const others = urls.filter((url) => URL.canParse(url) && !EMBEDDED_HOST.test(new URL(url).hostname));
  return others.length === 1 ? others[0] : undefined;
}

/** The first day that counts as that of publication: one at the top before one at the bottom, an update last. */
function chooseDate(found: readonly Found[]): string | undefined {
  const dates = found.map(({ says }) => says).filter((says) => says.kind === 'date');
  return (dates.find((says) => !says.updated) ?? dates[0])?.words;
}

/** The listed outlet that a line names, by an address or beside a day. */
function outletOf(says: MetadataLine, hosts: OutletHosts): string | undefined {
  if (says.kind === 'url' || says.kind === 'picture') return outletOfUrl(says.url, hosts);
  return says.kind === 'date' && says.outlet !== undefined ? outletOfName(says.outlet, hosts) : undefined;
}

/**
 * The metadata that stands among the lines of an article: addresses anywhere; days, labels and bylines at its ends;
 * the names of section and site behind a headline. A picture's address tells the outlet by its host, nothing else.
 */
export function readMetadataLines(text: string, from: number, hosts: OutletHosts): LinesReading {
  const lines = findLines(text).filter((line) => line.start >= from);
  const found = findMetadataLines(lines);
  const taken = new Set(found.map(({ line }) => line));
  const language = lines.filter((line) => !taken.has(line));
  const headline = readHeadline(language.length > 1 ? language[0] : undefined, hosts);

  const labels = Object.fromEntries(
    found
      .flatMap(({ says }) => (says.kind === 'label' ? [[says.key, says.value] as const] : []))
      .toReversed(),
  );
  const date = chooseDate(found);
  const edges = new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)]);
  const atEdges = found.filter(({ line }) => edges.has(line)).map(({ says }) => says);
  const url = chooseUrl(
    atEdges.filter((says) => says.kind === 'url').map((says) => says.url),
    hosts,
  );
  const outlet =
    atEdges.map((says) => outletOf(says, hosts)).find((name) => name !== undefined) ?? headline.outlet;
  const record: ArticleFields = {
    ...(headline.title === undefined ? {} : { title: headline.title }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet }),
    ...labels,
  };
  const metadata = [...found.map(({ line }) => ({ start: line.start, end: line.end })), ...headline.metadata];
  return { ...readFields(record), metadata: metadata.toSorted((left, right) => left.start - right.start) };
}
