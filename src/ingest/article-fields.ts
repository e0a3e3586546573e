import { readDay } from './calendar.ts';

/** What is known of an article besides its text. */
export interface ArticleFields {
  readonly id?: string;
  readonly date?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly title?: string;
  readonly lang?: string;
}

/** Fields read from a record, and what was wrong with the others. */
export interface FieldsReading {
  readonly fields: ArticleFields;
  readonly problems: readonly string[];
}

type FieldName = keyof ArticleFields;
type Outcome = { readonly value: string } | { readonly problem: string };

/** The names under which records, sidecars, front matter and schema.org give a field, the plainest first. */
const ALIASES: Readonly<Record<FieldName, readonly string[]>> = {
  id: ['id', 'identifier'],
  date: [
    'date',
    'datePublished',
    'date_published',
    'published',
    'publishedAt',
    'published_at',
    'pubDate',
    'pubdate',
  ],
  outlet: ['outlet', 'publisher', 'source', 'site', 'siteName', 'site_name'],
  url: ['url', 'link', 'canonical', 'source_url', 'mainEntityOfPage'],
  title: ['title', 'headline', 'name'],
  lang: ['lang', 'language', 'inLanguage', 'locale'],
};

/** The words of a plain value, or the name of an object such as schema.org's publisher. */
function readWords(value: unknown): string | undefined {
  if (typeof value === 'string')
    return value.trim() === '' ? undefined : value.replaceAll(/\s+/gu, ' ').trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return readWords(value[0]);
  if (typeof value !== 'object' || value === null) return undefined;
  if ('name' in value) return readWords(value.name);
  if ('@id' in value) return readWords(value['@id']);
  return undefined;
}

function checkDate(words: string): Outcome {
  const day = readDay(words);
  if (day?.date !== undefined) return { value: day.date };
  return { problem: `the date "${words}" ${day?.problem ?? 'is none; write YYYY-MM-DD'}` };
}

function checkUrl(words: string): Outcome {
  if (!/^https?:\/\//iu.test(words) || !URL.canParse(words)) {
    return { problem: `"${words}" is no web address; it begins with https:// or http://` };
  }
  // URLs that a browser accepts may hold characters that no IRI may.
  return {
    value: new URL(words).href.replaceAll(/[\s<>"{}|\\^`]/gu, (character) => encodeURIComponent(character)),
  };
}

function checkLanguage(words: string): Outcome {
  const tag = words.replaceAll('_', '-');
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/iu.test(tag)
    ? { value: tag }
    : { problem: `"${words}" is no language tag; write en or en-GB` };
}

const CHECKS: Readonly<Record<FieldName, (words: string) => Outcome>> = {
  id: (words) => ({ value: words }),
  date: checkDate,
  outlet: (words) => ({ value: words }),
  url: checkUrl,
  title: (words) => ({ value: words }),
  lang: checkLanguage,
};

const FIELD_NAMES = ['id', 'date', 'outlet', 'url', 'title', 'lang'] as const;

/** The fields of a record, each checked; a field that does not pass is left out and named among the problems. */
export function readFields(record: object): FieldsReading {
  const values = new Map<string, unknown>(Object.entries(record));
  const fields: Partial<Record<FieldName, string>> = {};
  const problems: string[] = [];
  for (const name of FIELD_NAMES) {
    const words = ALIASES[name].map((alias) => readWords(values.get(alias))).find((one) => one !== undefined);
    if (words === undefined) continue;
    const outcome = CHECKS[name](words);
    if ('value' in outcome) fields[name] = outcome.value;
    else problems.push(outcome.problem);
  }
  return { fields, problems };
}

/** One set of fields out of several; where two give the same field, the one further left wins. */
export function mergeFields(...sources: readonly ArticleFields[]): ArticleFields {
  return Object.assign({}, ...sources.toReversed());
}
