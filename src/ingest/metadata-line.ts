import { readDay } from './calendar.ts';

/** What a line that is no sentence tells: a day, an address, a labelled value, or nothing of use. */
export type MetadataLine =
  | { readonly kind: 'date'; readonly words: string; readonly updated: boolean; readonly outlet?: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'picture'; readonly url: string }
  | { readonly kind: 'label'; readonly key: string; readonly value: string }
  | { readonly kind: 'byline' }
  | { readonly kind: 'other' };

const ADDRESS = /^<?((?:https?:\/\/|www\.)[^\s<>]+)>?$/iu;
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#;!].*)?$/iu;
const DATE_LABEL =
  /^[[(]?(?:(?:first |last |date )?(published|posted|updated|modified|date|issued|created)(?: (?:on|at|date))?\s?:?|on)\s+/iu;
/** What may follow a day on its line: a clock time, a zone, brackets, the mark between two parts. */
const CLOCK = String.raw`(?:at |@ ?)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s?(?:[APap]\.?[Mm]\.?)?`;
const ZONE = String.raw`(?:\(?(?:Z|UTC|GMT|[A-Z]{2,4}T|[A-Z]{1,2}ST)\)?|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?)`;
const AFTER_DAY = new RegExp(
  `^(?:[\\s,T|•·–—-]*(?:${CLOCK})?)(?:\\s?${ZONE})?(?:\\s?[/(]?\\s?${CLOCK}\\s?${ZONE}?\\)?)?[\\s.)\\]]*$`,
  'u',
);
const CLOCK_BEFORE = new RegExp(`^${CLOCK}(?:\\s?${ZONE})?[\\s,|•·–—-]*`, 'u');
const LABEL =
  /^(date|published|url|link|web address|source|author|title|headline|outlet|publisher|language|byline):\s+(\S.*)$/iu;
const LABEL_FIELDS: Readonly<Record<string, string>> = {
  date: 'date',
  published: 'date',
  url: 'url',
  link: 'url',
  'web address': 'url',
  title: 'title',
  headline: 'title',
  outlet: 'outlet',
  publisher: 'outlet',
  language: 'lang',
};
/** “By Jane Doe”, “By JANE DOE and John Roe in Kyiv”, “By Jane Doe, Associated Press”. */
const BYLINE =
  /^By:? \p{Lu}[\p{L}.’'-]*(?:,? (?:and |in |of |for |& )?(?:(?:de|da|del|della|di|dos|du|la|le|van|von|der|den|ter|bin|ibn|al|el|abu|the) )*\p{Lu}[\p{L}.’'-]*){1,12}$/u;
/** “Reporting by Moses Hale in Nairobi; Editing by Jane Poe” */
const CREDITS = /^\(?(?:additional )?(?:reporting|writing|editing|compiled) by \p{Lu}[^.!?]*[.)]?$/iu;
/** Buttons and notices that scraped pages leave behind; they belong to no outlet. */
const PAGE_FURNITURE =
  /^(?:advertisement(?: ?[·•-] ?scroll to continue)?|advertising|our standards: the thomson reuters trust principles\.?|jump to navigation|share|save|print|email|copy link|listen|read more|share this article|listen to this article|story continues below advertisement|(?:about )?\d{1,2}[ -]min(?:ute)?s?(?: read)?)$/iu;

function readDateLine(words: string): MetadataLine | undefined {
  const label = DATE_LABEL.exec(words);
  const rest = (label === null ? words : words.slice(label[0].length)).replace(/^[[(]/u, '');
  // The day first, for “13.02.2025” begins like a clock time; then “14:05 GMT, 3 June 2022”.
  for (const dated of [rest, rest.replace(CLOCK_BEFORE, '')]) {
    const day = readDay(dated);
    if (day === undefined || !AFTER_DAY.test(dated.slice(day.length))) continue;
    return {
      kind: 'date',
      words: dated.slice(0, day.length),
      updated: /updated|modified/iu.test(label?.[1] ?? ''),
    };
  }
  return undefined;
}

/** “BBC News”, “By Jane Doe, The Guardian”, “Sarajevo”: names alone, before a day on the same line. */
const NAMES_BEFORE_DAY =
  /^(?:By )?(\p{Lu}[\p{L}.&’'-]*(?: (?:(?:of|the|and|in|for|de|la|le) )?\p{Lu}[\p{L}.&’'-]*){0,4}(?:, \p{Lu}[\p{L}.&’'-]*(?: (?:of |the )?\p{Lu}[\p{L}.&’'-]*){0,4})?)\s?[,|•·–—-]\s?(?=[\p{Lu}\d])/u;

/** “Reuters, 23 June 2020”, “Sarajevo, March 12, 1994”: names and a day. The last name may be the outlet's. */
function readCreditLine(words: string): MetadataLine | undefined {
  const [prefix, names] = NAMES_BEFORE_DAY.exec(words) ?? [];
  if (prefix === undefined || names === undefined) return undefined;
  const date = readDateLine(words.slice(prefix.length));
  const outlet = names.split(/, /u).at(-1) ?? names;
  return date?.kind === 'date' ? { ...date, outlet } : undefined;
}

function readAddressLine(words: string): MetadataLine | undefined {
  const address = ADDRESS.exec(words)?.[1];
  if (address === undefined) return undefined;
  const url = address.toLowerCase().startsWith('www.') ? `https://${address}` : address;
  return { kind: PICTURE.test(url) ? 'picture' : 'url', url };
}

/** What a line says if it is metadata wherever it stands: an address or page furniture. */
export function readStrayLine(words: string): MetadataLine | undefined {
  if (words.length > 2000) return undefined;
  return readAddressLine(words) ?? (PAGE_FURNITURE.test(words) ? { kind: 'other' } : undefined);
}

/** What a line says if it is metadata at the top or the bottom of an article: also a day, a label, a byline. */
export function readEdgeLine(words: string): MetadataLine | undefined {
  const stray = readStrayLine(words);
  if (stray !== undefined) return stray;
  if (words.length > 160) return undefined;
  const date = readDateLine(words) ?? readCreditLine(words);
  if (date !== undefined) return date;
  const [, name, value] = LABEL.exec(words) ?? [];
  if (name !== undefined && value !== undefined && !/[.!?]["”’]?$/u.test(value)) {
    const key = LABEL_FIELDS[name.toLowerCase()];
    return key === undefined ? { kind: 'other' } : { kind: 'label', key, value };
  }
  if (CREDITS.test(words)) return { kind: 'other' };
  return BYLINE.test(words) ? { kind: 'byline' } : undefined;
}
