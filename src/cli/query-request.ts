import type { ResultFormat } from '../query/write-result.ts';
import type { DefaultGraphMode } from '../store/claim-store.ts';

/** What `demarche query` was asked; it can be handed to another thread. */
export interface QueryRequest {
  /** A name of the library, a `.rq` file or `-`. */
  readonly name?: string | undefined;
  readonly options: QueryRequestOptions;
}

/** The options of `demarche query`. */
export interface QueryRequestOptions {
  readonly execute?: string;
  readonly graph?: readonly string[];
  readonly param: ReadonlyMap<string, string>;
  readonly format: ResultFormat | 'table';
  readonly explain?: true;
  readonly defaultGraph: DefaultGraphMode;
  readonly maxRows?: number;
  /** Seconds from when the graphs are open. */
  readonly timeout?: number;
  /** Addresses that `SERVICE` may ask. */
  readonly allowService?: readonly string[];
  /** Who asks the services. */
  readonly userAgent?: string;
  /** Of the whole process, in MB. */
  readonly maxMemory?: number;
}

/** What a thread that answers a query tells the one that shows it. */
export type QueryWorkerMessage =
  | { readonly kind: 'opened'; readonly origin: string }
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'report'; readonly text: string }
  | { readonly kind: 'refused'; readonly where: string; readonly problem: string };

/** What a thread that answers a query is started with. */
export interface QueryWorkerSettings {
  readonly request: QueryRequest;
  readonly columns: number | undefined;
  readonly isColoured: boolean;
}
