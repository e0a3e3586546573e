import { CSV_LIST_SEPARATOR } from '../formats/table-csv.ts';
import { DATASET_TABLES } from '../dataset-tables.ts';
import type { Column, ColumnType } from '../table.ts';
import type { WordDefinition } from './word-definitions.ts';

/** What a type is, for people. */
const TYPE_WORDS: Readonly<Record<ColumnType, string>> = {
  iri: 'IRI',
  qid: 'Wikidata item',
  string: 'text',
  concept: 'word',
  integer: 'integer',
  decimal: 'decimal',
  date: 'day',
  boolean: 'true or false',
  list: 'list of texts',
  'iri-list': 'list of IRIs',
};

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function describeColumn({ name, type, description, required, values, references }: Column): string {
  const allowed = values === undefined ? '' : ` One of ${values.map((value) => `\`${value}\``).join(', ')}.`;
  const target = references === undefined ? '' : ` Key of \`${references}\`.`;
  const kind = required === true ? TYPE_WORDS[type] : `${TYPE_WORDS[type]}, may be empty`;
  return `| \`${name}\` | ${kind} | ${cell(description)}${allowed}${target} |\n`;
}

function countRows(rows: number): string {
  return rows === 0 ? 'No rows here.' : rows === 1 ? '1 row here.' : `${rows} rows here.`;
}

function defineWords(definitions: ReadonlyMap<string, readonly WordDefinition[]>): string {
  const parts = [...definitions].map(([column, words]) => {
    const lines = words.map(
      ({ word, meaning, example }) => `| \`${word}\` | ${cell(meaning)} | ${cell(example)} |\n`,
    );
    return `\n**${column}**\n\n| word | meaning | example |\n|---|---|---|\n${lines.join('')}`;
  });
  return parts.length === 0 ? '' : `\n## What the words of columns mean\n${parts.join('')}`;
}

/** The codebook: every table and column in words, and the words that cells hold. */
export function writeCodebook(
  rows: ReadonlyMap<string, number>,
  definitions: ReadonlyMap<string, readonly WordDefinition[]> = new Map(),
): string {
  const tables = DATASET_TABLES.map(
    ({ name, title, description, columns }) =>
      `\n## ${title} (\`${name}\`)\n\n${description} ${countRows(rows.get(name) ?? 0)}\n\n` +
      `| column | type | meaning |\n|---|---|---|\n${columns.map(describeColumn).join('')}`,
  );
  return `# Codebook

Every table comes as CSV, JSON Lines, Parquet and as a table of \`dataset.sqlite\`; columns and rows are the same everywhere.

- **Offsets** are UTF-16 code units into the article's text, from 0, end-exclusive. The text has the SHA-256 of table \`articles\`.
- **No value** is an empty field in CSV, \`null\` in JSON, NULL in Parquet and SQLite.
- **Lists** are joined by a stroke between spaces (\`${CSV_LIST_SEPARATOR}\`) in CSV; one that is part of a text has \`\\\` before it. They are arrays in JSON and Parquet, JSON arrays in SQLite.
- **Days** are YYYY-MM-DD; times of saying are EDTF (ISO 8601-2), since texts are often only precise to the month or year.
- **Three uncertainties** stay apart: \`certainty\` is the source's own, \`extraction_confidence\` is ours about the reading, \`link_confidence\` ours about who is who.
${tables.join('')}${defineWords(definitions)}`;
}
