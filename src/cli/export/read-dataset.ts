import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { unzipSync } from 'fflate';
import { readBytes } from '../../io/read-file.ts';
import { InputError } from '../../model/input-error.ts';
import { parseTurtleFamily } from '../../rdf/parse-rdf.ts';
import { readQuads } from '../read-quads.ts';

/** The text of a file of a dataset, which is a folder or a zip file. */
export async function readDatasetFile(dataset: string, file: string): Promise<string> {
  if (!existsSync(dataset)) throw new InputError(dataset, 'there is no such dataset');
  if (statSync(dataset).isDirectory()) {
    return Buffer.from(await readBytes(path.join(dataset, file))).toString('utf8');
  }
  if (!dataset.endsWith('.zip')) throw new InputError(dataset, 'is no dataset; name its folder or .zip file');
  const bytes = await readBytes(dataset);
  const [found] = Object.values(unzip(dataset, bytes, file));
  if (found === undefined) throw new InputError(dataset, `holds no ${file}`);
  return Buffer.from(found).toString('utf8');
}

function unzip(dataset: string, bytes: Uint8Array, file: string): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name.endsWith(`/${file}`) });
  } catch (error) {
    throw new InputError(dataset, 'is no zip file, or a damaged one', { cause: error });
  }
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

/** The rows of a table of a dataset. */
export async function readDatasetTable(
  dataset: string,
  table: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const file = `jsonl/${table}.jsonl`;
  const lines = (await readDatasetFile(dataset, file)).split('\n');
  return lines.flatMap((line, index) =>
    line === '' ? [] : [parseRow(line, `${path.join(dataset, file)}:${index + 1}`)],
  );
}

/** The quads of a graph file or of a dataset. */
export async function readGraphOrDataset(place: string): Promise<readonly Quad[]> {
  const isDataset = place.endsWith('.zip') || (existsSync(place) && statSync(place).isDirectory());
  if (!isDataset) return readQuads(place);
  const text = await readDatasetFile(place, 'rdf/graph.trig');
  return parseTurtleFamily(text, { format: 'trig', where: `${place}: rdf/graph.trig` });
}
