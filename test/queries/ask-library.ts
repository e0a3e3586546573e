import type { Term } from '@rdfjs/types';
import { packagePath } from '../../src/io/package-files.ts';
import { bindParameters } from '../../src/query/bind-parameters.ts';
import { runQuery } from '../../src/query/engine.ts';
import { readLibraryQuery } from '../../src/query/library.ts';
import { createNameResolver } from '../../src/query/name-resolver.ts';
import { shortenIri } from '../../src/query/prefixes.ts';
import type { ClaimStore } from '../../src/store/claim-store.ts';

/** What a question of the library is expected to answer: yes, no, or rows of some of its columns. */
export interface ExpectedAnswer {
  readonly query: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** The columns compared, separated by spaces. */
  readonly columns?: string;
  /** Rows in the order of the answer, cells separated by ` | `. */
  readonly rows?: readonly string[];
  readonly yes?: boolean;
  /** Rows that are among those of the answer, where the question asks for no more. */
  readonly includes?: readonly string[];
  /** Equal rows count once. */
  readonly distinct?: true;
}

function show(term: Term | undefined): string {
  if (term === undefined) return '';
  return term.termType === 'NamedNode' ? shortenIri(term.value) : term.value;
}

/** The answer in the form of an expected one. */
export async function askLibrary(
  { query, parameters = {}, columns = '', distinct }: ExpectedAnswer,
  store: ClaimStore,
): Promise<boolean | readonly string[]> {
  const file = readLibraryQuery(packagePath('queries'), query);
  const bindings = bindParameters(file, new Map(Object.entries(parameters)), createNameResolver(store));
  const result = await runQuery(file.text, store, { bindings, origin: file.origin });
  if (result.kind === 'boolean') return result.value;
  if (result.kind === 'quads') throw new Error(`${query} gives a graph`);
  const rows: string[] = [];
  for await (const row of result.rows) {
    rows.push(
      columns
        .split(' ')
        .map((column) => show(row.get(column)))
        .join(' | '),
    );
  }
  return distinct === undefined ? rows : [...new Set(rows)];
}
