import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { toInputError } from '../../io/file-error.ts';
import { readZipEntry } from '../../io/read-zip.ts';
import { InputError } from '../../model/input-error.ts';

/** Whether a place is a dataset and no graph file: a folder, or a .zip file. */
export function isDataset(place: string): boolean {
  return place.endsWith('.zip') || (existsSync(place) && statSync(place).isDirectory());
}

/** The bytes of a file of a dataset, which is a folder or a zip file, in pieces. */
export async function* readDatasetFile(dataset: string, file: string): AsyncGenerator<Buffer> {
  if (!existsSync(dataset)) throw new InputError(dataset, 'there is no such dataset');
  if (!statSync(dataset).isDirectory()) {
    if (!dataset.endsWith('.zip'))
      throw new InputError(dataset, 'is no dataset; name its folder or .zip file');
    yield* readZipEntry(dataset, `/${file}`);
    return;
  }
  const place = path.join(dataset, file);
  try {
    for await (const chunk of createReadStream(place)) yield Buffer.from(chunk);
  } catch (error) {
    throw toInputError(place, error);
  }
}

const LINE_END = 0x0a;

async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let pending: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, from)) {
      yield Buffer.concat([...pending, chunk.subarray(from, at)]).toString('utf8');
      pending = [];
      from = at + 1;
    }
    if (from < chunk.length) pending.push(chunk.subarray(from));
  }
  if (pending.length > 0) yield Buffer.concat(pending).toString('utf8');
}

function parseRow(line: string, where: string): Readonly<Record<string, unknown>> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null) return { ...row };
  } catch (error) {
    throw new InputError(where, 'is no JSON; the dataset is damaged', { cause: error });
  }
  throw new InputError(where, 'is no JSON object; the dataset is damaged');
}

/** The rows of a table of a dataset, one by one. */
export async function* readDatasetTable(
  dataset: string,
  table: string,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const file = `jsonl/${table}.jsonl`;
  let number = 0;
  for await (const line of readLines(readDatasetFile(dataset, file))) {
    number += 1;
    if (line !== '') yield parseRow(line, `${path.join(dataset, file)}:${number}`);
  }
}
