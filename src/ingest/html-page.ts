import { DOMParser } from 'linkedom';

/** The part of a node of a page that reading an article needs. */
export interface PageNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** An element of a page. */
export interface PageElement extends PageNode {
  readonly localName: string;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
  /** Takes the element out of its page. */
  readonly remove: () => void;
}

/** A whole page. */
export interface PageDocument {
  readonly querySelector: (selector: string) => PageElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
}

/** A parsed page, or why it is not parsed. */
export type ParsedPage =
  | { readonly document: PageDocument }
  | { readonly document?: undefined; readonly reason: string };

/** The largest page in characters. */
const LARGEST_PAGE = 5_000_000;
/** The most tags and character references; each costs up to a tenth of a millisecond. */
const MOST_MARKS = 100_000;
/** The deepest nesting; parsing time grows with its square. */
const DEEPEST = 600;
const TAG = /<(\/?)([a-z][a-z\d-]*)\b[^<>]*?(\/?)>/giu;
/** Elements that have no content or end by themselves. */
const UNNESTED: ReadonlySet<string> = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr'.split(
    ' ',
  ),
);

/** The number of tags and character references outside scripts: what parsing time grows with. */
function countMarks(html: string): number {
  let marks = 0;
  let insideCode = false;
  for (const [mark] of html.matchAll(/<\/?(?:script|style)\b|[<&]/giu)) {
    if (mark.length > 1) insideCode = !mark.startsWith('</');
    else if (!insideCode) marks += 1;
  }
  return marks;
}

function measureDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name = '', selfClosing] of html.matchAll(TAG)) {
    if (selfClosing === '/' || UNNESTED.has(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Adds the body that HTML lets a page leave out and that the parser does not supply. */
function supplyBody(html: string): string {
  if (/<body[\s>]/iu.test(html)) return html;
  const language = /<html[^<>]*\slang\s*=\s*["']?([a-z-]+)/iu.exec(html)?.[1];
  const bare = html.replaceAll(/<!doctype[^<>]*>|<\/?(?:html|head)(?:\s[^<>]*)?>|<\?xml[^<>]*>/giu, '');
  return `<!doctype html><html${language === undefined ? '' : ` lang="${language}"`}><head></head><body>${bare}</body></html>`;
}

/** Parses a page without running anything in it. */
export function parsePage(html: string): ParsedPage {
  if (html.length > LARGEST_PAGE) {
    return {
      reason: `${(html.length / 1e6).toFixed(1)} million characters of HTML; a page has at most 5 million`,
    };
  }
  if (countMarks(html) > MOST_MARKS) return { reason: `its HTML has more than ${MOST_MARKS} tags` };
  if (measureDepth(html) > DEEPEST) return { reason: `its HTML is nested more than ${DEEPEST} deep` };
  return { document: new DOMParser().parseFromString(supplyBody(html), 'text/html') };
}
