import type { ArticleFields, FieldsReading } from './article-fields.ts';
import { mergeFields, readFields } from './article-fields.ts';
import type { PageDocument } from './html-page.ts';
import { readEdgeLine } from './metadata-line.ts';

/** What a page says of its article outside the text. */
export interface PageMetadata extends FieldsReading {
  /** The text that the page gives to machines, where it does. */
  readonly articleBody?: string;
  /** The page calls itself an article: by JSON-LD or `og:type`. */
  readonly isArticle: boolean;
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|PressRelease|Report)$/u;
/** Where pages give a field in `meta` elements, by `name`, `property` or `itemprop`; the plainest first. */
const META_NAMES: Readonly<Record<'date' | 'outlet' | 'url' | 'title' | 'lang', readonly string[]>> = {
  date: [
    'article:published_time',
    'article:published',
    'article.published',
    'datePublished',
    'publishedDate',
    'og:article:published_time',
    'og:published_time',
    'publication_date',
    'date',
    'pubdate',
    'publishdate',
    'dc.date.issued',
    'dc.date',
    'dcterms.date',
    'citation_publication_date',
    'parsely-pub-date',
    'sailthru.date',
  ],
  outlet: ['og:site_name', 'publisher', 'dc.publisher', 'application-name'],
  url: ['og:url'],
  title: ['og:title', 'headline', 'dc.title', 'twitter:title'],
  lang: ['og:locale', 'dc.language', 'language'],
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object of a JSON-LD script: a list's, a graph's and what a page is about. */
function listObjects(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(listObjects);
  if (!isRecord(value)) return [];
  return [value, ...listObjects(value['@graph']), ...listObjects(value['mainEntity'])];
}

function isArticleObject(record: Readonly<Record<string, unknown>>): boolean {
  const types: readonly unknown[] = Array.isArray(record['@type']) ? record['@type'] : [record['@type']];
  return types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));
}

function findArticleObject(document: PageDocument): Readonly<Record<string, unknown>> | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = listObjects(JSON.parse(script.textContent ?? '')).find(isArticleObject);
      if (found !== undefined) return found;
    } catch (error) {
      // A page's broken JSON-LD is no reason to refuse the article: the other sources speak.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

function readMetaElements(document: PageDocument): FieldsReading {
  const contents = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = element.getAttribute('content')?.trim() ?? '';
    if (name !== null && content !== '' && !contents.has(name.toLowerCase()))
      contents.set(name.toLowerCase(), content);
  }
  const record: Record<string, string> = {};
  for (const [field, names] of Object.entries(META_NAMES)) {
    const content = names.map((name) => contents.get(name.toLowerCase())).find((one) => one !== undefined);
    if (content !== undefined) record[field] = content;
  }
  return readFields(record);
}

/** “8 March 2022” in `<div class="date">`, `title="2019-10-24"`: elements that are named for a date. */
const DATED =
  '[itemprop="datePublished"], [id*="publish"], [class*="publish"], [class*="date"], [id*="date"], [id*="Date"]';

/** The first day that an element named for a date shows, or that the page's address holds: “/2024/7/13/”. */
function findShownDay(document: PageDocument, url: string | undefined): string | undefined {
  for (const element of document.querySelectorAll(DATED)) {
    for (const words of [
      element.getAttribute('title'),
      element.getAttribute('content'),
      element.textContent,
    ]) {
      const line =
        words === null || words.length > 200
          ? undefined
          : readEdgeLine(words.replaceAll(/\s+/gu, ' ').trim());
      if (line?.kind === 'date' && !line.updated) return line.words;
    }
  }
  const [, year, month, day] = /\/((?:19|20)\d\d)\/(\d{1,2})\/(\d{1,2})(?:\/|$)/u.exec(url ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month ?? ''}-${day ?? ''}`;
}

/** The title without the site's name behind it, where the page's heading shows where it ends: “Ministers meet - The Site”. */
function cutSite(title: string | undefined, heading: string | undefined): string | undefined {
  if (title === undefined || heading === undefined || !title.startsWith(heading)) return title;
  return /^\s*[|–—·:-]\s/u.test(title.slice(heading.length)) ? heading : title;
}

function attributeOf(document: PageDocument, selector: string, attribute: string): string | undefined {
  return document.querySelector(selector)?.getAttribute(attribute)?.trim() ?? undefined;
}

/** What elements other than `meta` say: the canonical address, the language, the first day that a `time` element gives. */
function readOtherElements(document: PageDocument): FieldsReading {
  const time =
    attributeOf(document, 'article time[datetime]', 'datetime') ??
    attributeOf(document, 'time[datetime]', 'datetime');
  const heading = document.querySelector('article h1') ?? document.querySelector('h1');
  return readFields({
    url: attributeOf(document, 'link[rel="canonical"]', 'href'),
    lang: attributeOf(document, 'html', 'lang'),
    date: time,
    title: heading?.textContent ?? undefined,
  });
}

/** The metadata of a page: JSON-LD before `meta` elements before other elements. */
export function readPageMetadata(document: PageDocument): PageMetadata {
  const object = findArticleObject(document);
  // JSON-LD's identifier is the publisher's, not the user's.
  const { id: _, ...described } = readFields(object ?? {}).fields;
  const meta = readMetaElements(document);
  const other = readOtherElements(document);
  const given: ArticleFields = mergeFields(described, meta.fields, other.fields);
  const shown =
    given.date === undefined ? readFields({ date: findShownDay(document, given.url) }) : undefined;
  const title = cutSite(given.title, other.fields.title);
  const fields = mergeFields(shown?.fields ?? {}, title === undefined ? {} : { title }, given);
  const problems = [...readFields(object ?? {}).problems, ...meta.problems, ...other.problems];
  const body = object?.['articleBody'];
  const declaresArticle = [...document.querySelectorAll('meta[property="og:type"]')].some(
    (element) => element.getAttribute('content') === 'article',
  );
  return {
    fields,
    // An odd value matters only where no other source gives the date.
    problems: fields.date === undefined ? problems.filter((problem) => problem.startsWith('the date')) : [],
    isArticle: object !== undefined || declaresArticle,
    ...(typeof body === 'string' && body.trim() !== '' ? { articleBody: body } : {}),
  };
}
