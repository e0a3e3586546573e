import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { Option } from 'commander';
import type { Command } from 'commander';
import { readWordDefinitions } from '../../export/describe/word-definitions.ts';
import { exportDataset } from '../../export/export-dataset.ts';
import type { DatasetRequest } from '../../export/export-dataset.ts';
import type { DatasetFacts } from '../../export/package/dataset-facts.ts';
import { DEFAULT_METADATA, TEMPLATE_NAMES } from '../../export/package/dataset-metadata.ts';
import type { DatasetMetadata } from '../../export/package/dataset-metadata.ts';
import { parseMeasuredFigures } from '../../export/package/measured-figures.ts';
import { parseMetadata } from '../../export/package/read-metadata.ts';
import { draftFolder, writeFolderAtomically } from '../../io/dataset-folder.ts';
import { packagePath, packageVersion } from '../../io/package-files.ts';
import { readText } from '../../io/read-file.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { zipFiles } from '../../io/write-zip.ts';
import { InputError } from '../../model/input-error.ts';
import { parseTurtleFamily } from '../../rdf/parse-rdf.ts';
import { count } from '../describe-inference.ts';
import type { Terminal } from '../terminal.ts';
import { whileInterruptible } from '../while-interruptible.ts';
import { askTables } from './ask-tables.ts';
import { openClaimGraph } from './open-claim-graph.ts';

const ONTOLOGY = packagePath('ontology/diplomacy.ttl');

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
    .addOption(
      new Option('-g, --graph <file...>', 'claim graphs, united').default(['graph.trig'], 'graph.trig'),
    )
    .option('-t, --title <text>', 'the title, where no --metadata gives it')
    .option(
      '-m, --metadata <file>',
      'dataset.yaml: title, authors, licence … ("demarche export metadata" writes one)',
    )
    .option('--no-text', 'leave the articles’ texts and headlines out: offsets and hashes only')
    .option('--quote-limit <n>', 'with --no-text: keep quotations of up to so many characters', readLimit, 0)
    .option('--neutralise-formulas', "CSV: put ' before texts that a spreadsheet would calculate")
    .option('--rdf11', 'also write RDF 1.1: Turtle, N-Triples, JSON-LD, RDF/XML')
    .option('--nanopubs', 'also write a nanopublication for each claim')
    .addHelpText(
      'after',
      `
Examples:
  demarche export dataset -o dataset --title "Positions on the dam"
  demarche export dataset -o dataset.zip --metadata dataset.yaml --no-text`,
    )
    .action(async (options: DatasetOptions) => {
      await whileInterruptible(options.output, terminal, () => writeDataset(options, terminal));
    });
}

async function readDescription({ metadata, title }: DatasetOptions): Promise<DatasetMetadata> {
  if (metadata !== undefined) {
    const read = parseMetadata(await readText(metadata), metadata);
    return title === undefined ? read : { ...read, title };
  }
  return title === undefined ? DEFAULT_METADATA : { ...DEFAULT_METADATA, title };
}

async function writeDataset(options: DatasetOptions, terminal: Terminal): Promise<void> {
  const { output } = options;
  if (options.quoteLimit > 0 && options.text) {
    throw new InputError('--quote-limit', 'limits quotations only together with --no-text');
  }
  const metadata = await readDescription(options);
  const request: DatasetRequest = {
    graph: await openClaimGraph(options.graph, terminal),
    ask: askTables,
    metadata,
    software: packageVersion(),
    measured: parseMeasuredFigures(readFileSync(packagePath('data/accuracy.tsv'), 'utf8')),
    definitions: readWordDefinitions(
      parseTurtleFamily(readFileSync(ONTOLOGY, 'utf8'), { format: 'turtle', where: ONTOLOGY }),
    ),
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
    ? await writeZip(output, request, terminal)
    : await writeFolderAtomically(output, (draft) => exportDataset(draft, request));
  for (const line of summarise(output, facts)) terminal.report(line);
}

/** The folder within a zip file, whatever the file is called: the same dataset gives the same bytes. */
const FOLDER = 'dataset';

async function writeZip(output: string, request: DatasetRequest, terminal: Terminal): Promise<DatasetFacts> {
  return draftFolder(output, async (draft, root) => {
    const facts = await exportDataset(draft, request);
    const paths = facts.files.map((file) => file.path);
    const zipped = zipFiles(root, paths, FOLDER, (file) => {
      terminal.progress(`zipping ${file} …`);
    });
    await writeAtomically(output, zipped);
    return facts;
  });
}

/** Whether names of the template were left in a `dataset.yaml`. */
function isUnfilled({ authors, publisher }: DatasetMetadata): boolean {
  return (
    publisher === TEMPLATE_NAMES.publisher || authors.some(({ family }) => family === TEMPLATE_NAMES.family)
  );
}

function summarise(output: string, { files, metadata, rows, uniqueKeys }: DatasetFacts): readonly string[] {
  const rowsOf = (table: string): string => count(rows.get(table) ?? 0, table.slice(0, -1));
  const { authors, published, publisher } = metadata;
  const missing = [
    ...(authors.length === 0 ? ['authors'] : []),
    ...(publisher === '' ? ['publisher'] : []),
    ...(published === undefined ? ['published'] : []),
  ];
  return [
    `${output}: ${rowsOf('claims')}, ${rowsOf('articles')}, ${rowsOf('actors')}, ${rowsOf('issues')} in ${count(files.length, 'file')}`,
    ...(uniqueKeys.has('claims')
      ? []
      : [
          'warning: some claims stand in two rows, since the graphs disagree on them; "demarche diff" shows where',
        ]),
    ...(isUnfilled(metadata)
      ? ['warning: author or publisher are still those of the template; fill in the dataset.yaml']
      : []),
    ...(missing.length === 0
      ? []
      : [
          `note: an archive will ask for ${missing.join(', ')}; give them with --metadata${published === undefined ? ' (without a day of publication there is no datacite.json, and RO-Crate and Croissant lack what they ask for)' : ''}`,
        ]),
  ];
}
