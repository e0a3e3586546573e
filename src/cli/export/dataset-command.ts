import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { exportDataset } from '../../export/export-dataset.ts';
import type { DatasetRequest } from '../../export/export-dataset.ts';
import type { DatasetFacts } from '../../export/package/dataset-facts.ts';
import { DEFAULT_METADATA, parseMetadata } from '../../export/package/dataset-metadata.ts';
import type { DatasetMetadata } from '../../export/package/dataset-metadata.ts';
import type { AskTable } from '../../export/read-rows.ts';
import { draftFolder, writeFolderAtomically } from '../../io/dataset-folder.ts';
import { packagePath, packageVersion } from '../../io/package-files.ts';
import { readText } from '../../io/read-file.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { zipFiles } from '../../io/write-zip.ts';
import { InputError } from '../../model/input-error.ts';
import { distinctQuads } from '../../rdf/distinct-quads.ts';
import { runQuery } from '../../query/engine.ts';
import { createClaimStore } from '../../store/claim-store.ts';
import { readQuads } from '../read-quads.ts';
import type { Terminal } from '../terminal.ts';

interface DatasetOptions {
  readonly output: string;
  readonly graph: readonly string[];
  readonly title?: string;
  readonly metadata?: string;
  readonly text: boolean;
  readonly quoteLimit: number;
  readonly neutraliseFormulas?: true;
  readonly rdf11?: true;
  readonly nanopubs?: true;
}

/** A number of characters, from 0. */
function readLimit(text: string): number {
  if (!/^\d+$/u.test(text)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(text);
}

/** `demarche export dataset`: the claim graph as a citable folder or zip file. */
export function configureDataset(command: Command, terminal: Terminal): void {
  command
    .description('write a research dataset: tables, RDF, codebook, descriptions, checksums')
    .requiredOption('-o, --output <path>', 'a folder, or a file that ends with .zip')
    .option('-g, --graph <file...>', 'claim graphs, united', ['graph.trig'])
    .option('-t, --title <text>', 'the title, where no --metadata gives it')
    .option(
      '-m, --metadata <file>',
      'dataset.yaml: title, authors, licence … ("demarche export metadata" writes one)',
    )
    .option('--no-text', 'leave the articles’ texts out: offsets and hashes only')
    .option('--quote-limit <n>', 'with --no-text: keep quotations of up to so many characters', readLimit, 0)
    .option('--neutralise-formulas', "CSV: put ' before texts that a spreadsheet would calculate")
    .option('--rdf11', 'also write RDF 1.1: Turtle, N-Triples, JSON-LD, RDF/XML')
    .option('--nanopubs', 'also write a nanopublication for each claim')
    .addHelpText(
      'after',
      `
Examples:
  demarche export dataset -o dataset --graph graph.trig --title "Positions on the dam"
  demarche export dataset -o dataset.zip --graph graph.trig --metadata dataset.yaml --no-text --rdf11`,
    )
    .action(async (options: DatasetOptions) => {
      await writeDataset(options, terminal);
    });
}

async function readDescription({ metadata, title }: DatasetOptions): Promise<DatasetMetadata> {
  if (metadata !== undefined) {
    const read = parseMetadata(await readText(metadata), metadata);
    return title === undefined ? read : { ...read, title };
  }
  return title === undefined ? DEFAULT_METADATA : { ...DEFAULT_METADATA, title };
}

/** Answers the tables' queries over quads. */
export function openTables(quads: readonly Quad[]): AskTable {
  const store = createClaimStore(quads);
  return async (table) => {
    const origin = `queries/tables/${table}.rq`;
    const result = await runQuery(readFileSync(packagePath(origin), 'utf8'), store, { origin });
    if (result.kind !== 'rows') throw new Error(`${origin} is no SELECT query`);
    return result.rows;
  };
}

/** The distinct quads of graph files. */
export async function readGraphs(files: readonly string[], terminal: Terminal): Promise<readonly Quad[]> {
  const graphs: Quad[] = [];
  for (const file of files) {
    terminal.progress(`reading ${file} …`);
    for (const quad of await readQuads(file)) graphs.push(quad);
  }
  if (graphs.length === 0) throw new InputError(files.join(', '), 'holds nothing to export');
  return files.length === 1 ? graphs : distinctQuads(graphs);
}

async function writeDataset(options: DatasetOptions, terminal: Terminal): Promise<void> {
  // The engine's joins have more listeners than ten; Node's warning of it would land on the user's screen.
  EventEmitter.defaultMaxListeners = 0;
  const { output } = options;
  if (options.quoteLimit > 0 && options.text) {
    throw new InputError('--quote-limit', 'limits quotations only together with --no-text');
  }
  const metadata = await readDescription(options);
  const request: DatasetRequest = {
    quads: await readGraphs(options.graph, terminal),
    openTables,
    metadata,
    software: packageVersion(),
    licenceText: readFileSync(packagePath(`data/licences/${metadata.licence}.txt`), 'utf8'),
    neutraliseFormulas: options.neutraliseFormulas === true,
    rdf11: options.rdf11 === true,
    nanopublications: options.nanopubs === true,
    onProgress: (step) => {
      terminal.progress(`${step} …`);
    },
    ...(!options.text && { quoteLimit: options.quoteLimit }),
  };
  const facts = output.endsWith('.zip')
    ? await writeZip(output, request)
    : await writeFolderAtomically(output, (draft) => exportDataset(draft, request));
  for (const line of summarise(output, facts)) terminal.report(line);
}

async function writeZip(output: string, request: DatasetRequest): Promise<DatasetFacts> {
  return draftFolder(output, async (draft, root) => {
    const facts = await exportDataset(draft, request);
    const paths = facts.files.map((file) => file.path);
    await writeAtomically(output, zipFiles(root, paths, path.basename(output, '.zip')));
    return facts;
  });
}

function summarise(output: string, { files, metadata, rows, uniqueKeys }: DatasetFacts): readonly string[] {
  const count = (table: string): string => `${rows.get(table) ?? 0} ${table}`;
  const { authors, published, publisher } = metadata;
  const missing = [
    ...(authors.length === 0 ? ['authors'] : []),
    ...(publisher === '' ? ['publisher'] : []),
    ...(published === undefined ? ['published'] : []),
  ];
  return [
    `${output}: ${count('claims')}, ${count('articles')}, ${count('actors')}, ${count('issues')} in ${files.length} files`,
    ...(uniqueKeys.has('claims')
      ? []
      : [
          'warning: some claims stand in two rows, since the graphs disagree on them; "demarche diff" shows where',
        ]),
    ...(missing.length === 0
      ? []
      : [
          `note: an archive will ask for ${missing.join(', ')}; give them with --metadata${published === undefined ? ' (without a day of publication there is no datacite.json)' : ''}`,
        ]),
  ];
}
