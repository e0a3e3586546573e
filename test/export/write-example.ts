import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { askTables } from '../../src/cli/export/ask-tables.ts';
import { holdGraph } from '../../src/export/claim-graph.ts';
import { exportDataset } from '../../src/export/export-dataset.ts';
import type { DatasetRequest } from '../../src/export/export-dataset.ts';
import type { DatasetFacts } from '../../src/export/package/dataset-facts.ts';
import { DEFAULT_METADATA } from '../../src/export/package/dataset-metadata.ts';
import type { DatasetMetadata } from '../../src/export/package/dataset-metadata.ts';
import { writeFolderAtomically } from '../../src/io/dataset-folder.ts';
import { packagePath } from '../../src/io/package-files.ts';
import { encodeExample } from '../fixtures/graph/example-graph.ts';

/** Metadata with everything that an archive asks for. */
export const EXAMPLE_METADATA: DatasetMetadata = {
  ...DEFAULT_METADATA,
  title: 'Positions on the dam',
  authors: [
    { given: 'Josiah', family: 'Carberry', orcid: '0000-0002-1825-0097', affiliation: 'Brown University' },
  ],
  publisher: 'Brown University',
  published: '2024-05-01',
  doi: '10.5555/12345678',
};

/** A folder for a test's files. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'demarche-export-'));
}

/** Writes the dataset of the example's graph, or of other quads, into a folder. */
export async function writeExampleDataset(
  folder: string,
  options: Partial<DatasetRequest> = {},
  quads: readonly Quad[] = encodeExample(),
): Promise<DatasetFacts> {
  return writeFolderAtomically(folder, (draft) =>
    exportDataset(draft, {
      graph: holdGraph(quads),
      ask: askTables,
      metadata: EXAMPLE_METADATA,
      software: '0.1.0',
      licenceText: readFileSync(packagePath('data/licences/CC-BY-4.0.txt'), 'utf8'),
      rdf11: true,
      nanopublications: true,
      ...options,
    }),
  );
}
