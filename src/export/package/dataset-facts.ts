import type { DatasetMetadata } from './dataset-metadata.ts';
import type { MeasuredFigure } from './measured-figures.ts';

/** A file of the dataset. */
export interface DatasetFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** What the descriptions of a dataset say, besides what people say of it. */
export interface DatasetFacts {
  readonly metadata: DatasetMetadata;
  /** Version of the software. */
  readonly software: string;
  /** What the software reached on other articles. */
  readonly measured: readonly MeasuredFigure[];
  /** Table → number of rows. */
  readonly rows: ReadonlyMap<string, number>;
  /** Tables whose key stands in one row only. */
  readonly uniqueKeys: ReadonlySet<string>;
  /** First and last day of publication of the articles. */
  readonly span?: readonly [first: string, last: string];
  /** IRIs of the runs that derived the claims. */
  readonly runs: readonly string[];
  /** The longest words of articles that the dataset holds; undefined where it holds the texts. */
  readonly quoteLimit?: number;
  /** The files written so far, by path. */
  readonly files: readonly DatasetFile[];
}

/** The media type of a file, by its ending. */
export function mediaType(path: string): string {
  return MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
  trig: 'application/trig',
  nq: 'application/n-quads',
  nt: 'application/n-triples',
  ttl: 'text/turtle',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
  json: 'application/json',
  md: 'text/markdown',
  cff: 'application/yaml',
};

/** JSON as files hold it: indented, with a last line end. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
