import type { Quad } from '@rdfjs/types';
import { dip, rdf } from '../rdf/vocabulary.ts';
import { mapGraph } from './claim-graph.ts';
import type { ClaimGraph } from './claim-graph.ts';
import { describeForCroissant } from './describe/croissant.ts';
import { describeForCsvw } from './describe/csvw.ts';
import { writeCodebook } from './describe/codebook.ts';
import { describeForFrictionless } from './describe/data-package.ts';
import type { WordDefinition } from './describe/word-definitions.ts';
import { createSqliteFile } from './formats/sqlite-file.ts';
import { writeCitation } from './package/citation-cff.ts';
import { describeForDataCite } from './package/datacite.ts';
import { formatJson } from './package/dataset-facts.ts';
import type { DatasetFacts, DatasetFile } from './package/dataset-facts.ts';
import type { DatasetMetadata } from './package/dataset-metadata.ts';
import type { MeasuredFigure } from './package/measured-figures.ts';
import { writeReadme } from './package/dataset-readme.ts';
import { describeAsRdf, GraphCounter } from './package/describe-as-rdf.ts';
import { describeForRoCrate } from './package/ro-crate.ts';
import { openGraphFiles } from './rdf/graph-files.ts';
import { withholdText } from './rdf/withhold-text.ts';
import type { Scratch } from './kept-rows.ts';
import { openTables } from './open-tables.ts';
import type { AskTable } from './read-rows.ts';
import { writeTables } from './write-tables.ts';
import type { OpenFile } from './write-tables.ts';

/** Where a dataset is written: files by their path in its folder. */
export interface DatasetDraft {
  readonly open: OpenFile;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly place: (path: string) => Promise<string>;
  readonly adopt: (path: string) => Promise<void>;
  readonly scratch: Scratch;
  readonly files: () => readonly DatasetFile[];
}

/** What a dataset is made of, and how. */
export interface DatasetRequest {
  readonly graph: ClaimGraph;
  /** Answers the queries of these tables over quads. */
  readonly ask: (quads: readonly Quad[], tables: readonly string[]) => AskTable;
  /** Bytes of TriG that are in memory at once; what the dataset holds does not depend on it. */
  readonly partSize?: number;
  readonly metadata: DatasetMetadata;
  /** Version of the software. */
  readonly software: string;
  /** What the software reached on other articles, for a README without figures of its own. */
  readonly measured?: readonly MeasuredFigure[];
  /** What the words of the columns mean, for the codebook. */
  readonly definitions?: ReadonlyMap<string, readonly WordDefinition[]>;
  /** The full text of the metadata's licence. */
  readonly licenceText: string;
  readonly neutraliseFormulas?: boolean;
  /** Leaves the articles' texts out and keeps words of up to this length. */
  readonly quoteLimit?: number;
  readonly rdf11?: boolean;
  readonly nanopublications?: boolean;
  readonly onProgress?: (step: string) => void;
}

const ARTICLES_NOTE = `The texts of the articles and the quotations from them belong to their publishers and authors.
The licence of this dataset covers what was made from them: claims, tables, identifiers, descriptions.
`;

/** The IRIs of the runs that a part of a graph describes. */
function runsOf(quads: readonly Quad[]): readonly string[] {
  return quads.flatMap(({ subject, predicate, object }) =>
    predicate.equals(rdf.type) && object.equals(dip.Run) ? [subject.value] : [],
  );
}

/**
 * Writes a dataset: tables, RDF, codebook, descriptions for machines, citation, licence and checksums. All of it is
 * made from the graph, so that tables and graph cannot disagree. The same request gives the same bytes.
 */
export async function exportDataset(draft: DatasetDraft, request: DatasetRequest): Promise<DatasetFacts> {
  const { metadata, quoteLimit, software, onProgress = () => undefined } = request;
  const graph =
    quoteLimit === undefined
      ? request.graph
      : mapGraph(request.graph, (quads) => withholdText(quads, quoteLimit));
  const graphFiles = await openGraphFiles(draft.open, {
    rdf11: request.rdf11 ?? false,
    nanopublications: request.nanopublications ?? false,
    metadata,
  });
  const counter = new GraphCounter();
  const runs = new Set<string>();
  const tables = await openTables({
    graph,
    ask: request.ask,
    scratch: draft.scratch,
    onProgress,
    ...(request.partSize !== undefined && { partSize: request.partSize }),
    onPart: async (part) => {
      await graphFiles.add(part);
      counter.add(part.quads);
      for (const run of runsOf(part.quads)) runs.add(run);
    },
  });
  await graphFiles.close();
  const sqlite = await createSqliteFile(await draft.place('dataset.sqlite'));
  const counts = await writeTables(
    tables,
    { open: draft.open, sqlite },
    {
      neutraliseFormulas: request.neutraliseFormulas ?? false,
      onProgress: (table, rows) => {
        onProgress(`table ${table}: ${rows} rows`);
      },
    },
  )
    .then((written) => {
      sqlite.close();
      return written;
    })
    .catch((error: unknown) => {
      sqlite.abandon();
      throw error;
    });
  await draft.adopt('dataset.sqlite');
  const facts = (): DatasetFacts => ({
    metadata,
    software,
    measured: request.measured ?? [],
    ...counts,
    runs: [...runs].toSorted(),
    ...(quoteLimit !== undefined && { quoteLimit }),
    files: draft.files(),
  });
  await draft.write('codebook.md', writeCodebook(counts.rows, request.definitions));
  await draft.write('csv-metadata.json', formatJson(describeForCsvw(facts())));
  await draft.write(`LICENSES/${metadata.licence}.txt`, request.licenceText);
  await draft.write('LICENSES/ARTICLES.txt', ARTICLES_NOTE);
  await draft.write('CITATION.cff', writeCitation(metadata));
  const dataCite = describeForDataCite(facts());
  if (dataCite !== undefined) await draft.write('datacite.json', formatJson(dataCite));
  await draft.write('README.md', writeReadme(facts()));
  await draft.write('rdf/void.ttl', describeAsRdf(facts(), counter.counts()));
  const described = facts();
  await draft.write('datapackage.json', formatJson(describeForFrictionless(described)));
  await draft.write('croissant.json', formatJson(describeForCroissant(described)));
  await draft.write('ro-crate-metadata.json', formatJson(describeForRoCrate(facts())));
  const sums = draft.files().map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  await draft.write('SHA256SUMS', sums.join(''));
  return facts();
}
