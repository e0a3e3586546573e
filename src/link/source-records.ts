/** A person as the open registers list one; positions are `[title, from, to]`. */
export interface SourcePerson {
  readonly qid: string;
  readonly name: string;
  readonly alt: readonly string[];
  readonly src: readonly string[];
  readonly pos: readonly (readonly [string, string, string])[];
  readonly enwiki?: string;
}

/** A territory, city, state or organisation of the open registers: what the build reads of it. */
export interface SourceThing {
  readonly qid: string;
  readonly name: string;
  readonly alt: readonly string[];
  readonly types: readonly string[];
  /** A country's name or ISO code, as the source writes it. */
  readonly country: string;
  readonly code: string;
  readonly population: number;
}

/** The persons of a JSONL file. */
export function readPersons(jsonl: string): SourcePerson[] {
  return readObjects(jsonl).map((record) => ({
    qid: text(record['qid']),
    name: text(record['name']),
    alt: texts(record['alt']),
    src: texts(record['src']),
    pos: list(record['pos']).map((position): readonly [string, string, string] => {
      const [title, from, to] = texts(position);
      return [title ?? '', from ?? '', to ?? ''];
    }),
    enwiki: text(record['enwiki']),
  }));
}

/** The states, territories, cities or organisations of a JSONL file. */
export function readThings(jsonl: string): SourceThing[] {
  return readObjects(jsonl).map((record) => ({
    qid: text(record['qid']),
    name: text(record['name']),
    alt: [...texts(record['alt']), ...texts(record['strong'])],
    types: texts(record['types']),
    country: text(record['country']),
    code: text(record['iso2']) || text(record['code']).toUpperCase(),
    population: typeof record['pop'] === 'number' ? record['pop'] : 0,
  }));
}

function readObjects(jsonl: string): Record<string, unknown>[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isRecord);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).map(text);
}
