import { DATASET_TABLES } from '../dataset-tables.ts';
import { citeInWords } from './citation-cff.ts';
import type { DatasetFacts } from './dataset-facts.ts';
import { LICENCES } from './dataset-metadata.ts';

function describeText(quoteLimit: number | undefined): string {
  if (quoteLimit === undefined) {
    return `The RDF holds the articles' texts and every table quotes them. **The texts belong to their publishers**: the licence
of this dataset does not cover them. Export with \`--no-text\` before you publish, unless you may publish the texts.`;
  }
  const kept = quoteLimit === 0 ? 'no quotation' : `only quotations of up to ${quoteLimit} characters`;
  return `Published without the articles' texts and headlines: ${kept}, but the offsets and the SHA-256 of every stretch of
evidence. What is left of the articles' words are names, offices and single words that decided a stance, never forty
characters in a row. Whoever holds the articles checks each quotation with
\`demarche verify DATASET --articles DIR\`.`;
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** A table of Markdown, without the last line end. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(lineOf).join('').trimEnd();
}

const ADVICE = 'Code a sample by hand and run `demarche eval` before you rely on counts.';

function describeAccuracy({ metadata: { accuracy }, measured }: DatasetFacts): string {
  if (accuracy.length > 0) {
    const rows = accuracy.map(({ measure, value, source }) => [measure, value, source]);
    return tableOf(['measure', 'value', 'source'], rows);
  }
  if (measured.length === 0) return `No accuracy was measured on these articles. ${ADVICE}`;
  return `No accuracy was measured on **these** articles. On 12 other news reports on diplomacy, annotated by hand (149 claims on 77
issues), \`demarche eval\` gave the figures below. The software was developed with these 12 at hand, so the figures flatter,
and other topics, outlets and years may fare worse. ${ADVICE}

${tableOf(
  ['measure', 'percent'],
  measured.map(({ measure, value }) => [measure, value]),
)}`;
}

/** “claim” of “One row per claim: …”. */
function thingOf(description: string): string {
  return /^One row per ([^:.,;]*)/u.exec(description)?.[1] ?? '';
}

function authorsOf({ metadata: { authors, publisher } }: DatasetFacts): string {
  const names = authors.map(({ given, family, orcid, affiliation }) => {
    const place = affiliation === undefined ? '' : `, ${affiliation}`;
    const name = `${given} ${family}`;
    return `${orcid === undefined ? name : `[${name}](https://orcid.org/${orcid})`}${place}`;
  });
  const lines = [
    ...(names.length === 0 ? [] : [`By ${names.join('; ')}.`]),
    ...(publisher === '' ? [] : [`Published by ${publisher}.`]),
  ];
  return lines.length === 0 ? '' : `${lines.join(' ')}\n\n`;
}

/** The README of a dataset, for people: what it holds, how it was made, what it cannot tell. */
export function writeReadme(facts: DatasetFacts): string {
  const { metadata, rows, software, span, files } = facts;
  const folders = new Set(files.map(({ path }) => path.split('/', 1)[0] ?? ''));
  const places: readonly (readonly [string, string])[] = [
    [
      'csv',
      'tables as CSV (RFC 4180, UTF-8); `csv-metadata.json` describes them (W3C CSVW). In Excel open them by *Data › From Text/CSV* with UTF-8, since a double click may garble accents',
    ],
    ['jsonl', 'tables as JSON Lines'],
    ['parquet', 'tables as Parquet, with typed days and decimals'],
    ['dataset.sqlite', 'all tables in one SQLite file'],
    ['rdf', 'the claim graph as TriG and N-Quads (RDF 1.2), and what it holds (VoID, DCAT)'],
    ['rdf11', 'the same for tools of RDF 1.1: Turtle, N-Triples, JSON-LD, RDF/XML'],
    ['nanopublications', 'one nanopublication per claim, with Trusty URIs'],
  ];
  const count = (table: string): number => rows.get(table) ?? 0;
  const period =
    span === undefined
      ? ''
      : span[0] === span[1]
        ? `, published on ${span[0]}`
        : `, published ${span[0]} to ${span[1]}`;
  const several = (table: string): string =>
    count(table) === 1 ? `1 ${table.slice(0, -1)}` : `${count(table)} ${table}`;
  return `# ${metadata.title}

${metadata.description}

${several('claims')} from ${several('articles')}${period}; ${several('actors')}, ${several('issues')}. Version ${metadata.version}.

Cite as: ${citeInWords(metadata)}

Licence: [${metadata.licence}](${LICENCES[metadata.licence]}); see \`LICENSES/\`.

${authorsOf(facts)}## Files

${places
  .filter(([place]) => folders.has(place))
  .map(([place, meaning]) => `- \`${place}${place.includes('.') ? '' : '/'}\`: ${meaning}\n`)
  .join(
    '',
  )}- \`codebook.md\`: every table and column; \`datapackage.json\`, \`croissant.json\`, \`ro-crate-metadata.json\` say the same to machines
- \`SHA256SUMS\`: \`sha256sum --check SHA256SUMS\` tells whether all files are as they were

${tableOf(
  ['table', 'rows', 'one row per'],
  DATASET_TABLES.map(({ name, description }) => [`\`${name}\``, String(count(name)), thingOf(description)]),
)}

Start with \`claims\`: it repeats the names of actors and issues, so that it can be read alone. In R:
\`arrow::read_parquet("parquet/claims.parquet")\`; in Python: \`pandas.read_parquet("parquet/claims.parquet")\`; in DuckDB:
\`SELECT * FROM 'parquet/claims.parquet'\`. Other tables are joined by the columns that \`codebook.md\` calls keys.

## What a row of \`claims\` means

A claim says that an article *reports* an actor to take a position; it never says that the position is right, or even that
the actor holds it. Rival claims stand side by side. Holder and speaker may differ. A quotation whose speaker the text does
not name has none here either. Every quotation is an exact slice of a text whose SHA-256 is in the table \`articles\`.

## Texts

${describeText(facts.quoteLimit)}

## How it was made

By the software demarche ${software}, from the articles alone, without network and without a language model service. Rules
and trained models over a dependency tree find who says what (column \`found_by\` tells which). Names are linked to Wikidata
where one candidate stands out. Issues and stances come from word patterns. The RDF names each run with the hash of
everything that it used. The same input gives the same bytes.

## Accuracy

${describeAccuracy(facts)}

## Known limits

- English only. What an article reports and the outlet's choice of articles shape every count: this is a record of news, not of the world.
- Issues are those of the issue files; a claim on anything else has no issue and no part in networks.
- Claims are found by software. \`extraction_confidence\` and \`link_confidence\` are for filtering, not probabilities that were tested on these articles.
- An actor who was not identified is an actor of one article; the same person in another article is another row.
`;
}
