import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node, YAMLError, YAMLMap } from 'yaml';
import { InputError } from '../../model/input-error.ts';
import { DEFAULT_METADATA, LICENCES } from './dataset-metadata.ts';
import type { AccuracyFigure, Author, DatasetMetadata, Licence } from './dataset-metadata.ts';

/** What people mistype in YAML, in plain words; the parser's own words for the rest. */
const MISTAKES: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a text with a colon and a space in it needs quotation marks: "Dams: who wants what"',
  MULTIPLE_DOCS: 'a line "---" begins a second document; one is allowed',
  TAB_AS_INDENT: 'a tab indents this line; only spaces are allowed',
};

/** What is wrong at a place of the text, without the line, which stands before every message. */
function describeMistake({ code, message }: YAMLError, text: string): string {
  if (code === 'DUPLICATE_KEY')
    return `the field "${/^[^:\s]*/u.exec(text)?.[0] ?? ''}" stands twice; keep one`;
  return MISTAKES[code] ?? message.split('\n', 1)[0]?.replace(/ at line .*$/u, '') ?? '';
}

/** Tells the line of a node; lines of a file begin with its name. */
interface Source {
  readonly where: string;
  readonly lines: LineCounter;
}

function placeOf({ where, lines }: Source, node: Node | undefined): string {
  const start = node?.range?.[0];
  return start === undefined ? where : `${where}:${lines.linePos(start).line}`;
}

/** Reads fields of one mapping with messages that name the line. */
class FieldReader {
  readonly #fields = new Map<string, Node>();
  readonly #source: Source;
  readonly #where: string;

  constructor(fields: YAMLMap, source: Source, allowed: readonly string[]) {
    this.#source = source;
    this.#where = placeOf(source, fields);
    for (const { key, value } of fields.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!allowed.includes(name)) {
        const place = isScalar(key) ? placeOf(source, key) : this.#where;
        throw new InputError(place, `unknown field "${name}"; allowed are ${allowed.join(', ')}`);
      }
      if (!isNode(value) || (isScalar(value) && value.value === '')) continue;
      if (isAlias(value))
        throw new InputError(placeOf(source, value), `"${name}": write the value itself, no *`);
      this.#fields.set(name, value);
    }
  }

  /** Where a field stands: file and line. */
  place(name: string): string {
    return placeOf(this.#source, this.#fields.get(name));
  }

  text(name: string, form: RegExp, expected: string): string | undefined {
    const value = this.#fields.get(name);
    if (value === undefined) return undefined;
    const text = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : '';
    if (!form.test(text)) throw new InputError(this.place(name), `"${name}" must be ${expected}`);
    return text;
  }

  required(name: string): string {
    const text = this.text(name, /\S/u, 'a text');
    if (text === undefined) throw new InputError(this.#where, `"${name}" is missing`);
    return text;
  }

  /** The entries of a list, each read; undefined where the field is not given. */
  list<Entry>(name: string, read: (entry: Node, source: Source) => Entry): readonly Entry[] | undefined {
    const value = this.#fields.get(name);
    if (value === undefined) return undefined;
    if (!isSeq<Node>(value)) throw new InputError(this.place(name), `"${name}" must be a list`);
    return value.items.map((entry) => read(entry, this.#source));
  }
}

function isLicence(text: string): text is Licence {
  return Object.hasOwn(LICENCES, text);
}

function readLicence(text: string, where: string): Licence {
  const names = Object.keys(LICENCES);
  const licence = names.find((name) => name.toLowerCase() === text.toLowerCase()) ?? '';
  if (isLicence(licence)) return licence;
  throw new InputError(where, `unknown licence "${text}"; allowed are ${names.join(', ')}`);
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether the last digit of an ORCID is the checksum of the others (ISO 7064, MOD 11-2). */
function isOrcid(orcid: string): boolean {
  const digits = orcid.replaceAll('-', '');
  const total = digits
    .slice(0, -1)
    .split('')
    .reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.endsWith(check === 10 ? 'X' : String(check));
}

function readAuthor(entry: Node, source: Source): Author {
  const where = placeOf(source, entry);
  if (!isMap(entry)) throw new InputError(where, 'an author is a mapping with given and family');
  const reader = new FieldReader(entry, source, ['given', 'family', 'orcid', 'affiliation']);
  const orcid = reader
    .text(
      'orcid',
      /^(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u,
      'an ORCID such as 0000-0002-1825-0097',
    )
    ?.slice(-'0000-0002-1825-0097'.length);
  if (orcid !== undefined && !isOrcid(orcid)) {
    const message = `the ORCID ${orcid} has a wrong check digit; is a digit mistyped?`;
    throw new InputError(reader.place('orcid'), message);
  }
  const affiliation = reader.text('affiliation', /\S/u, 'a text');
  return {
    given: reader.required('given'),
    family: reader.required('family'),
    ...(orcid !== undefined && { orcid }),
    ...(affiliation !== undefined && { affiliation }),
  };
}

function readFigure(entry: Node, source: Source): AccuracyFigure {
  const where = placeOf(source, entry);
  if (!isMap(entry)) throw new InputError(where, 'a figure is a mapping with measure, value and source');
  const reader = new FieldReader(entry, source, ['measure', 'value', 'source']);
  return {
    measure: reader.required('measure'),
    value: reader.required('value'),
    source: reader.required('source'),
  };
}

function readKeyword(entry: Node, source: Source): string {
  const text = isScalar(entry) ? String(entry.value).trim() : '';
  if (text === '') throw new InputError(placeOf(source, entry), 'a keyword must be a text');
  return text;
}

/** Reads a `dataset.yaml`; an InputError names the file, the line, the field and what is allowed. */
export function parseMetadata(text: string, where: string): DatasetMetadata {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const [start] = error.pos;
    const message = describeMistake(error, text.slice(start));
    throw new InputError(`${where}:${lines.linePos(start).line}`, message, { cause: error });
  }
  const fields: unknown = document.contents;
  if (!isMap(fields)) throw new InputError(where, 'holds no fields; write "title: …" and so on');
  const source = { where, lines };
  const reader = new FieldReader(fields, source, [...Object.keys(DEFAULT_METADATA), 'published', 'doi']);
  const licence = reader.text('licence', /\S/u, 'a text');
  const published = reader.text('published', /^\d{4}-\d{2}-\d{2}$/u, 'a day as YYYY-MM-DD');
  if (published !== undefined && !isDay(published)) {
    throw new InputError(reader.place('published'), `"published": there is no day ${published}`);
  }
  const doi = reader
    .text(
      'doi',
      /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.\d{4,9}\/[-._;()/:a-z\d]+$/iu,
      'a DOI such as 10.5281/zenodo.1234567',
    )
    ?.replace(/^.*?(?=10\.\d{4,9}\/)/u, '');
  return {
    title: reader.required('title'),
    description: reader.text('description', /\S/u, 'a text') ?? DEFAULT_METADATA.description,
    version: reader.text('version', /^[\w.+-]+$/u, 'a version such as 1.0.0') ?? DEFAULT_METADATA.version,
    licence: licence === undefined ? DEFAULT_METADATA.licence : readLicence(licence, reader.place('licence')),
    authors: reader.list('authors', readAuthor) ?? [],
    keywords: [...new Set(reader.list('keywords', readKeyword) ?? DEFAULT_METADATA.keywords)],
    publisher: reader.text('publisher', /\S/u, 'a text') ?? '',
    ...(published !== undefined && { published }),
    ...(doi !== undefined && { doi }),
    accuracy: reader.list('accuracy', readFigure) ?? [],
  };
}
