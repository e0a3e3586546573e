import type { Quad } from '@rdfjs/types';
import { serialiseInPieces } from '../rdf/serialise.ts';
import { dip, rdf } from '../rdf/vocabulary.ts';
import { describeForCroissant } from './describe/croissant.ts';
import { describeForCsvw } from './describe/csvw.ts';
import { writeCodebook } from './describe/codebook.ts';
import { describeForFrictionless } from './describe/data-package.ts';
import { createSqliteFile } from './formats/sqlite-file.ts';
import { writeCitation } from './package/citation-cff.ts';
import { describeForDataCite } from './package/datacite.ts';
import { formatJson } from './package/dataset-facts.ts';
import type { DatasetFacts, DatasetFile } from './package/dataset-facts.ts';
import type { DatasetMetadata } from './package/dataset-metadata.ts';
import { writeReadme } from './package/dataset-readme.ts';
import { countGraph, describeAsRdf } from './package/describe-as-rdf.ts';
import { describeForRoCrate } from './package/ro-crate.ts';
import { jsonLdContext, writeJsonLd } from './rdf/json-ld.ts';
import { writeNanopublications } from './rdf/nanopublications.ts';
import { projectToRdf11 } from './rdf/project-rdf11.ts';
import { writeRdfXml } from './rdf/rdf-xml.ts';
import { withholdText } from './rdf/withhold-text.ts';
import type { AskTable } from './read-rows.ts';
import { writeTables } from './write-tables.ts';
import type { OpenFile } from './write-tables.ts';

/** Where a dataset is written: files by their path in its folder. */
export interface DatasetDraft {
  readonly open: OpenFile;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly place: (path: string) => Promise<string>;
  readonly adopt: (path: string) => Promise<void>;
  readonly files: () => readonly DatasetFile[];
}

/** What a dataset is made of, and how. */
export interface DatasetRequest {
  readonly quads: readonly Quad[];
  /** Answers the query of each table over these quads. */
  readonly openTables: (quads: readonly Quad[]) => AskTable;
  readonly metadata: DatasetMetadata;
  /** Version of the software. */
  readonly software: string;
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

async function writePieces(draft: DatasetDraft, path: string, pieces: Iterable<string>): Promise<void> {
  const file = await draft.open(path);
  for (const piece of pieces) await file.append(piece);
  await file.close();
}

async function writeRdf(draft: DatasetDraft, request: DatasetRequest, quads: readonly Quad[]): Promise<void> {
  const progress = request.onProgress ?? (() => undefined);
  progress('rdf/graph.trig');
  await writePieces(draft, 'rdf/graph.trig', serialiseInPieces(quads, 'trig'));
  progress('rdf/graph.nq');
  await writePieces(draft, 'rdf/graph.nq', serialiseInPieces(quads, 'nquads'));
  if (request.rdf11 === true) {
    const plain = projectToRdf11(quads);
    const formats: readonly (readonly [string, Iterable<string>])[] = [
      ['rdf11/graph.ttl', serialiseInPieces(plain, 'turtle')],
      ['rdf11/graph.nt', serialiseInPieces(plain, 'ntriples')],
      ['rdf11/graph.jsonld', writeJsonLd(plain)],
      ['rdf11/context.jsonld', [formatJson(jsonLdContext())]],
      ['rdf11/graph.rdf', writeRdfXml(plain)],
    ];
    for (const [path, pieces] of formats) {
      progress(path);
      await writePieces(draft, path, pieces);
    }
  }
  if (request.nanopublications === true) {
    progress('nanopublications/claims.trig');
    await writePieces(draft, 'nanopublications/claims.trig', writeNanopublications(quads, request.metadata));
  }
}

/**
 * Writes a dataset: tables, RDF, codebook, descriptions for machines, citation, licence and checksums. All of it is
 * made from the quads, so that tables and graph cannot disagree. The same request gives the same bytes.
 */
export async function exportDataset(draft: DatasetDraft, request: DatasetRequest): Promise<DatasetFacts> {
  const { metadata, quoteLimit, software, onProgress = () => undefined } = request;
  const quads = quoteLimit === undefined ? request.quads : withholdText(request.quads, quoteLimit);
  const sqlite = await createSqliteFile(await draft.place('dataset.sqlite'));
  const counts = await writeTables(request.openTables(quads), draft.open, sqlite, {
    neutraliseFormulas: request.neutraliseFormulas ?? false,
    onProgress: (table, rows) => {
      onProgress(`table ${table}: ${rows} rows`);
    },
  }).finally(() => {
    sqlite.close();
  });
  await draft.adopt('dataset.sqlite');
  await writeRdf(draft, request, quads);
  const runs = quads.filter(({ predicate, object }) => predicate.equals(rdf.type) && object.equals(dip.Run));
  const facts = (): DatasetFacts => ({
    metadata,
    software,
    ...counts,
    runs: [...new Set(runs.map(({ subject }) => subject.value))].toSorted(),
    ...(quoteLimit !== undefined && { quoteLimit }),
    files: draft.files(),
  });
  await draft.write('codebook.md', writeCodebook(counts.rows));
  await draft.write('csv-metadata.json', formatJson(describeForCsvw(facts())));
  await draft.write(`LICENSES/${metadata.licence}.txt`, request.licenceText);
  await draft.write('LICENSES/ARTICLES.txt', ARTICLES_NOTE);
  await draft.write('CITATION.cff', writeCitation(metadata));
  const dataCite = describeForDataCite(facts());
  if (dataCite !== undefined) await draft.write('datacite.json', formatJson(dataCite));
  await draft.write('README.md', writeReadme(facts()));
  await draft.write('rdf/void.ttl', describeAsRdf(facts(), countGraph(quads)));
  const described = facts();
  await draft.write('datapackage.json', formatJson(describeForFrictionless(described)));
  await draft.write('croissant.json', formatJson(describeForCroissant(described)));
  await draft.write('ro-crate-metadata.json', formatJson(describeForRoCrate(facts())));
  const sums = draft.files().map(({ path, sha256 }) => `${sha256}  ${path}\n`);
  await draft.write('SHA256SUMS', sums.join(''));
  return facts();
}
