import type { QueryResult } from '../../../src/query/engine.ts';
import { writeResult } from '../../../src/query/write-result.ts';
import type { ResultFormat } from '../../../src/query/write-result.ts';
import type { Answer } from './answer.ts';
import { parseResult } from './expected-answer.ts';

const FORMATS: Readonly<Record<string, ResultFormat>> = { srx: 'xml', srj: 'json', tsv: 'tsv' };

/** An answer written as `demarche query --format …` writes it, in the format of a file of the suite, and read again. */
export async function readBack(answer: Answer, result: string): Promise<Answer> {
  const ending = /[^.]*$/u.exec(result)?.[0] ?? '';
  const format = FORMATS[ending];
  if (format === undefined || answer.kind === 'error') return answer;
  return parseResult(await write(answer, format), ending);
}

/** An answer as CSV. */
export function writeCsv(answer: Answer): Promise<string> {
  return write(answer, 'csv');
}

async function write(answer: Answer, format: ResultFormat): Promise<string> {
  let text = '';
  for await (const piece of writeResult(resultOf(answer), format)) text += piece;
  return text;
}

function resultOf(answer: Answer): QueryResult {
  switch (answer.kind) {
    case 'boolean':
      return answer;
    case 'rows':
      return { kind: 'rows', variables: answer.variables ?? [], rows: each(answer.rows) };
    case 'quads':
      return { kind: 'quads', quads: each(answer.quads) };
    case 'error':
    default:
      throw new Error(answer.message);
  }
}

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
