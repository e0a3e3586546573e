import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../model/input-error.ts';
import { nearestNames } from './nearest-names.ts';
import { parseQueryFile } from './query-file.ts';
import type { QueryFile } from './query-file.ts';

/** A question that the library answers, by its name. */
export interface LibraryQuery extends QueryFile {
  /** The file's name without its ending: `who-rejects`. */
  readonly name: string;
}

/** The questions of a folder of `.rq` files, by name. */
export function readQueryLibrary(folder: string): readonly LibraryQuery[] {
  return listNames(folder).map((name) => readQuery(folder, name));
}

/** One question of the library; an InputError with the nearest names where there is none of this name. */
export function readLibraryQuery(folder: string, name: string): LibraryQuery {
  const names = listNames(folder);
  if (names.includes(name)) return readQuery(folder, name);
  const near = nearestNames(name, names);
  const meant = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
  throw new InputError(
    'query',
    `no query "${name}" in the library${meant} ("demarche queries" lists all; a file's name must end in .rq)`,
  );
}

function listNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.rq'))
    .map((file) => file.slice(0, -'.rq'.length))
    .toSorted();
}

function readQuery(folder: string, name: string): LibraryQuery {
  const text = readFileSync(path.join(folder, `${name}.rq`), 'utf8');
  return { name, ...parseQueryFile(text, `queries/${name}.rq`) };
}
