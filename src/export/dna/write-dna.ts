import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { writing } from '../formats/sqlite-refusal.ts';
import { DNA_TABLES } from './dna-tables.ts';

/** A document of a DNA file. */
export interface DnaDocument {
  readonly title: string;
  /** Read when it is written, so that not all texts are in memory. */
  readonly text: () => Promise<string>;
  readonly source: string;
  readonly notes: string;
  /** `YYYY-MM-DD`; without it DNA shows the first day of 1970. */
  readonly date?: string;
}

/** A coded statement of DNA's default type. */
export interface DnaStatement {
  /** Index of its document. */
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly person: string;
  readonly organization: string;
  readonly concept: string;
  readonly agreement: boolean;
}

/** What DNA shows beside an entity of a variable. */
export interface DnaAttributes {
  readonly type: string;
  readonly alias: string;
  readonly notes: string;
}

/** What a DNA file holds. */
export interface DnaContent {
  readonly documents: readonly DnaDocument[];
  readonly statements: readonly DnaStatement[];
  /** Variable → value → attributes. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, DnaAttributes>>;
  /** The name of the coder to whom the statements belong. */
  readonly coder: string;
}

/** The password of both coders: DNA asks for one whenever it opens a file. */
export const DNA_PASSWORD = 'demarche';

const LONGEST_LABEL = 190;
const PASSWORD_ROUNDS = 100_000;
const VARIABLES = ['person', 'organization', 'concept'] as const;
const ATTRIBUTES = ['Type', 'Alias', 'Notes'] as const;

/** SHA-256 in 100,000 rounds with a salt of 16 bytes, as DNA's library (jasypt) checks it; the salt is always the same. */
function hashPassword(password: string): string {
  const salt = createHash('sha256').update(password).digest().subarray(0, 16);
  let digest = createHash('sha256').update(salt).update(password).digest();
  for (let round = 1; round < PASSWORD_ROUNDS; round += 1)
    digest = createHash('sha256').update(digest).digest();
  return Buffer.concat([salt, digest]).toString('base64');
}

/** A text as short as DNA allows. */
export function shortLabel(text: string): string {
  return text.slice(0, LONGEST_LABEL).replace(/[\uD800-\uDBFF]$/u, '');
}

type Values = readonly (string | number | null)[];

/** Rows between two turns of others, such as a signal to end. */
const TURN = 1000;

function dayOf(date: string | undefined): number {
  return date === undefined ? 0 : Date.parse(`${date}T00:00:00Z`) / 1000;
}

async function* documentRows(documents: readonly DnaDocument[]): AsyncGenerator<Values> {
  for (const [index, { title, text, source, notes, date }] of documents.entries()) {
    yield [index + 1, shortLabel(title), await text(), 2, shortLabel(source), notes, dayOf(date)];
  }
}

function* statementRows(statements: readonly DnaStatement[]): Generator<Values> {
  for (const [index, { document, start, end }] of statements.entries()) {
    yield [index + 1, 1, document + 1, start, end, 2];
  }
}

function* codeRows(
  statements: readonly DnaStatement[],
  entities: ReadonlyMap<string, number>,
): Generator<Values> {
  for (const [index, statement] of statements.entries()) {
    for (const [place, variable] of VARIABLES.entries()) {
      const entity = entities.get(`${variable}\n${shortLabel(statement[variable])}`) ?? 0;
      yield [index * VARIABLES.length + place + 1, index + 1, place + 1, entity];
    }
  }
}

function* agreementRows(statements: readonly DnaStatement[]): Generator<Values> {
  for (const [index, { agreement }] of statements.entries())
    yield [index + 1, index + 1, 4, agreement ? 1 : 0];
}

/** The values of the variables with their attributes, and the values' numbers. */
function listEntities({ statements, attributes }: DnaContent): {
  readonly entities: ReadonlyMap<string, number>;
  readonly entityRows: readonly Values[];
  readonly attributeRows: readonly Values[];
} {
  const entities = new Map<string, number>();
  const entityRows: Values[] = [];
  const attributeRows: Values[] = [];
  for (const [index, variable] of VARIABLES.entries()) {
    // DNA keeps an empty value for each variable: what is not coded.
    const values = new Set(['', ...new Set(statements.map((statement) => shortLabel(statement[variable])))]);
    for (const value of values) {
      const id = entityRows.length + 1;
      entities.set(`${variable}\n${value}`, id);
      entityRows.push([id, index + 1, value, 0, 0, 0]);
      const { type = '', alias = '', notes = '' } = attributes.get(variable)?.get(value) ?? {};
      for (const [place, attribute] of [type, alias, notes].entries()) {
        const attributeId = index * ATTRIBUTES.length + place + 1;
        attributeRows.push([attributeRows.length + 1, id, attributeId, shortLabel(attribute)]);
      }
    }
  }
  return { entities, entityRows, attributeRows };
}

/** Writes a file that Discourse Network Analyzer 3 opens, with its default statement type. The same content is the same bytes. */
export async function writeDna(
  path: string,
  content: DnaContent,
  onProgress: (table: string, rows: number) => void = () => undefined,
): Promise<void> {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  // Users know the file by its name: it lies in a folder of ours until it is complete.
  const name = basename(path);
  const database = writing(name, () => new sqlite.Database(path));
  const insert = async (
    table: string,
    columns: string,
    rows: Iterable<Values> | AsyncIterable<Values>,
  ): Promise<void> => {
    const places = columns.split(',').map(() => '?');
    const statement = database.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places.join(',')})`);
    let count = 0;
    try {
      for await (const row of rows) {
        writing(name, () => statement.run([...row]));
        count += 1;
        if (count % TURN !== 0) continue;
        onProgress(table, count);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
    } finally {
      statement.finalize();
    }
  };
  try {
    writing(name, () => {
      database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
      for (const [name, definition] of DNA_TABLES) database.exec(`CREATE TABLE ${name}${definition}`);
    });
    await insert('SETTINGS', 'Property,Value', [
      ['version', '3.0.7'],
      ['date', '2022-06-10'],
    ]);
    const password = hashPassword(DNA_PASSWORD);
    await insert('CODERS', 'ID,Name,Red,Green,Blue,Password', [
      [1, 'Admin', 255, 255, 0, password],
      [2, content.coder, 51, 153, 255, password],
    ]);
    await insert('CODERRELATIONS', 'ID,Coder,OtherCoder', [
      [1, 2, 1],
      [2, 1, 2],
    ]);
    await insert('STATEMENTTYPES', 'ID,Label,Red,Green,Blue', [[1, 'DNA Statement', 239, 208, 51]]);
    await insert('VARIABLES', 'ID,Variable,DataType,StatementTypeId', [
      ...VARIABLES.map((name, index) => [index + 1, name, 'short text', 1]),
      [4, 'agreement', 'boolean', 1],
    ]);
    await insert(
      'ATTRIBUTEVARIABLES',
      'ID,VariableId,AttributeVariable',
      VARIABLES.flatMap((_, variable) =>
        ATTRIBUTES.map((name, index) => [variable * ATTRIBUTES.length + index + 1, variable + 1, name]),
      ),
    );
    const { documents, statements } = content;
    await insert('DOCUMENTS', 'ID,Title,Text,Coder,Source,Notes,Date', documentRows(documents));
    const { entities, entityRows, attributeRows } = listEntities(content);
    await insert('ENTITIES', 'ID,VariableId,Value,Red,Green,Blue', entityRows);
    await insert('ATTRIBUTEVALUES', 'ID,EntityId,AttributeVariableId,AttributeValue', attributeRows);
    await insert('STATEMENTS', 'ID,StatementTypeId,DocumentId,Start,Stop,Coder', statementRows(statements));
    await insert('DATASHORTTEXT', 'ID,StatementId,VariableId,Entity', codeRows(statements, entities));
    await insert('DATABOOLEAN', 'ID,StatementId,VariableId,Value', agreementRows(statements));
    writing(name, () => database.exec('COMMIT'));
  } finally {
    database.close();
  }
}
