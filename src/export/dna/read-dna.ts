import { InputError } from '../../model/input-error.ts';

/** A statement that a person coded in DNA. */
export interface CodedStatement {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly coder: string;
  readonly person: string;
  readonly organization: string;
  readonly concept: string;
  readonly agreement: boolean;
}

/** A document with its coded statements, in order of place. */
export interface CodedDocument {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly source: string;
  /** `YYYY-MM-DD`; undefined at the first day of 1970, which is what no date becomes. */
  readonly date?: string;
  readonly statements: readonly CodedStatement[];
}

const REQUIRED = ['person', 'organization', 'concept', 'agreement'];

/** The value of a statement's variable of short text, as a column. */
function shortText(name: string): string {
  return `(SELECT e.Value FROM DATASHORTTEXT d JOIN VARIABLES v ON v.ID = d.VariableId JOIN ENTITIES e ON e.ID = d.Entity WHERE d.StatementId = s.ID AND v.Variable = '${name}') AS ${name}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/**
 * Reads a file of Discourse Network Analyzer 3: the statements of the types that have DNA's default variables; other
 * statements are counted. An InputError where the file is no DNA file or no type has these variables.
 */
export async function readDna(
  path: string,
): Promise<{ readonly documents: readonly CodedDocument[]; readonly others: number }> {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const database = new sqlite.Database(path, { readOnly: true });
  const ask = (query: string): readonly Readonly<Record<string, unknown>>[] => database.all(query);
  try {
    const variables = ask('SELECT StatementTypeId AS type, Variable AS name FROM VARIABLES');
    const types = [...new Set(variables.map(({ type }) => Number(type)))].filter((type) =>
      REQUIRED.every((name) => variables.some((one) => Number(one['type']) === type && one['name'] === name)),
    );
    if (types.length === 0) {
      throw new InputError(
        path,
        `no statement type has the variables ${REQUIRED.join(', ')} of DNA's default type`,
      );
    }
    const rows = ask(
      `SELECT s.ID AS id, s.DocumentId AS document, s.Start AS start, s.Stop AS stop, c.Name AS coder, ${['person', 'organization', 'concept'].map(shortText).join(', ')}, (SELECT d.Value FROM DATABOOLEAN d JOIN VARIABLES v ON v.ID = d.VariableId WHERE d.StatementId = s.ID AND v.Variable = 'agreement') AS agreement FROM STATEMENTS s JOIN CODERS c ON c.ID = s.Coder WHERE s.StatementTypeId IN (${types.join(', ')}) ORDER BY s.DocumentId, s.Start, s.Stop, s.ID`,
    );
    const [counted] = ask('SELECT count(*) AS total FROM STATEMENTS');
    const documents = ask('SELECT ID AS id, Title, Text, Source, Date FROM DOCUMENTS ORDER BY ID').map(
      (document) => {
        const seconds = Number(document['Date']);
        return {
          id: Number(document['id']),
          title: text(document['Title']),
          text: text(document['Text']),
          source: text(document['Source']),
          ...(seconds !== 0 && { date: new Date(seconds * 1000).toISOString().slice(0, 10) }),
          statements: rows
            .filter((row) => row['document'] === document['id'])
            .map((row) => ({
              id: Number(row['id']),
              start: Number(row['start']),
              end: Number(row['stop']),
              coder: text(row['coder']),
              person: text(row['person']),
              organization: text(row['organization']),
              concept: text(row['concept']),
              agreement: row['agreement'] === 1,
            })),
        };
      },
    );
    return { documents, others: Number(counted?.['total'] ?? 0) - rows.length };
  } catch (error) {
    if (error instanceof sqlite.SQLite3Error) {
      throw new InputError(path, `is no file of Discourse Network Analyzer 3: ${error.message}`, {
        cause: error,
      });
    }
    throw error;
  } finally {
    database.close();
  }
}
