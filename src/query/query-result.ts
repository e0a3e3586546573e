import type { Quad, Term } from '@rdfjs/types';
import type { DefaultGraphMode } from '../store/claim-store.ts';

/** One solution: variable → term; a variable without a value is left out. */
export type Row = ReadonlyMap<string, Term>;

/** What a query gives; rows and quads come as they are found. */
export type QueryResult =
  | { readonly kind: 'rows'; readonly variables: readonly string[]; readonly rows: AsyncIterable<Row> }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'quads'; readonly quads: AsyncIterable<Quad> };

/** How to run a query. */
export interface QueryOptions {
  /** What stands outside `GRAPH`; the union of all graphs unless told otherwise. */
  readonly defaultGraph?: DefaultGraphMode;
  /** Variables that have a value from the start. */
  readonly bindings?: ReadonlyMap<string, Term>;
  /** Names the query in messages. */
  readonly origin?: string;
  /** Stops the query; what it was aborted with is thrown. */
  readonly signal?: AbortSignal;
  /** Addresses that `SERVICE` may ask; none unless given. */
  readonly services?: readonly string[];
  /** Who asks them: a program, and an address or page to turn to. */
  readonly userAgent?: string;
  /** Called often while an index works and no signal can be given; what it throws stops the query. */
  readonly pulse?: () => void;
  /** A folder where the parsed query may be kept for the next process. */
  readonly algebraFolder?: string;
}
