import { parseDocument } from 'yaml';
import { InputError } from '../../model/input-error.ts';

/** A person who made the dataset. */
export interface Author {
  readonly given: string;
  readonly family: string;
  /** `0000-0002-1825-0097`. */
  readonly orcid?: string;
  readonly affiliation?: string;
}

/** A figure of accuracy, with where it comes from. */
export interface AccuracyFigure {
  readonly measure: string;
  readonly value: string;
  readonly source: string;
}

/** The licences whose text goes with a dataset, by SPDX identifier. */
export const LICENCES = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
} as const;

/** A licence that a dataset can have. */
export type Licence = keyof typeof LICENCES;

/** What people say of a dataset: title, authors, version, licence. */
export interface DatasetMetadata {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly licence: Licence;
  readonly authors: readonly Author[];
  readonly keywords: readonly string[];
  readonly publisher: string;
  /** `YYYY-MM-DD`; without it the files give no date of publication. */
  readonly published?: string;
  /** `10.5281/zenodo.1234567`. */
  readonly doi?: string;
  readonly accuracy: readonly AccuracyFigure[];
}

/** What holds where nothing is said. */
export const DEFAULT_METADATA: DatasetMetadata = {
  title: 'Claims in diplomatic news',
  description:
    'Who is reported to take which position, on what, according to whom, with the words of the articles as evidence.',
  version: '1.0.0',
  licence: 'CC-BY-4.0',
  authors: [],
  keywords: ['claims', 'diplomacy', 'discourse network', 'news', 'stance'],
  publisher: '',
  accuracy: [],
};

/** A `dataset.yaml` to fill in. */
export const METADATA_TEMPLATE = `# Describes a dataset: demarche export dataset -o DIR --graph graph.trig --metadata dataset.yaml
title: Claims in diplomatic news
description: Who is reported to take which position, on what, according to whom.
version: 1.0.0
# One of ${Object.keys(LICENCES).join(', ')}; it covers the dataset, never the articles' texts.
licence: CC-BY-4.0
authors:
  - given: Ada
    family: Example
    # orcid: 0000-0002-1825-0097
    # affiliation: University of Example
keywords: [diplomacy, discourse network, stance]
publisher: University of Example
# published: 2025-03-01
# doi: 10.5281/zenodo.1234567
# Figures of accuracy for the README, each with where it comes from:
# accuracy:
#   - measure: claims with the right holder, F1
#     value: 0.62
#     source: demarche eval on 20 articles coded by two persons
`;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads fields of one mapping with messages that name the place. */
class FieldReader {
  readonly #fields: Fields;
  readonly #where: string;

  constructor(fields: Fields, where: string, allowed: readonly string[]) {
    this.#fields = fields;
    this.#where = where;
    const unknown = Object.keys(fields).find((name) => !allowed.includes(name));
    if (unknown !== undefined) {
      throw new InputError(where, `unknown field "${unknown}"; allowed are ${allowed.join(', ')}`);
    }
  }

  text(name: string, form: RegExp, expected: string): string | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    const text = typeof value === 'string' ? value.trim() : '';
    if (!form.test(text)) throw new InputError(this.#where, `"${name}" must be ${expected}`);
    return text;
  }

  required(name: string): string {
    const text = this.text(name, /\S/u, 'a text');
    if (text === undefined) throw new InputError(this.#where, `"${name}" is missing`);
    return text;
  }

  list(name: string): readonly unknown[] | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw new InputError(this.#where, `"${name}" must be a list`);
    return value;
  }
}

function isLicence(text: string): text is Licence {
  return Object.hasOwn(LICENCES, text);
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

function readAuthor(value: unknown, where: string): Author {
  if (!isFields(value)) throw new InputError(where, 'an author is a mapping with given and family');
  const reader = new FieldReader(value, where, ['given', 'family', 'orcid', 'affiliation']);
  const orcid = reader.text(
    'orcid',
    /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u,
    'an ORCID such as 0000-0002-1825-0097',
  );
  if (orcid !== undefined && !isOrcid(orcid)) {
    throw new InputError(where, `the ORCID ${orcid} has a wrong check digit; is a digit mistyped?`);
  }
  const affiliation = reader.text('affiliation', /\S/u, 'a text');
  return {
    given: reader.required('given'),
    family: reader.required('family'),
    ...(orcid !== undefined && { orcid }),
    ...(affiliation !== undefined && { affiliation }),
  };
}

function readFigure(value: unknown, where: string): AccuracyFigure {
  if (!isFields(value)) throw new InputError(where, 'a figure is a mapping with measure, value and source');
  const reader = new FieldReader(value, where, ['measure', 'value', 'source']);
  return {
    measure: reader.required('measure'),
    value: reader.required('value'),
    source: reader.required('source'),
  };
}

/** Reads a `dataset.yaml`; an InputError names the file, the field and what is allowed. */
export function parseMetadata(text: string, where: string): DatasetMetadata {
  const document = parseDocument(text, { schema: 'failsafe' });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    throw new InputError(
      line === undefined ? where : `${where}:${line}`,
      error.message.split('\n', 1)[0] ?? '',
      {
        cause: error,
      },
    );
  }
  const value: unknown = document.toJS();
  if (!isFields(value)) throw new InputError(where, 'holds no fields; write "title: …" and so on');
  const reader = new FieldReader(value, where, [...Object.keys(DEFAULT_METADATA), 'published', 'doi']);
  const licence = reader.text('licence', /\S/u, 'a text') ?? DEFAULT_METADATA.licence;
  if (!isLicence(licence)) {
    throw new InputError(
      where,
      `unknown licence "${licence}"; allowed are ${Object.keys(LICENCES).join(', ')}`,
    );
  }
  const published = reader.text('published', /^\d{4}-\d{2}-\d{2}$/u, 'a day as YYYY-MM-DD');
  if (published !== undefined && !isDay(published)) {
    throw new InputError(where, `"published": there is no day ${published}`);
  }
  const doi = reader.text('doi', /^10\.\d{4,9}\/\S+$/u, 'a DOI such as 10.5281/zenodo.1234567');
  return {
    title: reader.required('title'),
    description: reader.text('description', /\S/u, 'a text') ?? DEFAULT_METADATA.description,
    version: reader.text('version', /^[\w.+-]+$/u, 'a version such as 1.0.0') ?? DEFAULT_METADATA.version,
    licence,
    authors: (reader.list('authors') ?? []).map((author, index) =>
      readAuthor(author, `${where}: author ${index + 1}`),
    ),
    keywords: reader.list('keywords')?.map(String) ?? DEFAULT_METADATA.keywords,
    publisher: reader.text('publisher', /\S/u, 'a text') ?? '',
    ...(published !== undefined && { published }),
    ...(doi !== undefined && { doi }),
    accuracy: (reader.list('accuracy') ?? []).map((figure, index) =>
      readFigure(figure, `${where}: accuracy ${index + 1}`),
    ),
  };
}
