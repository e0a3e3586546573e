import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import { parseRdf } from '../rdf/parse-rdf.ts';
import { formatOfFile, RDF_FILE_ENDINGS } from '../rdf/rdf-format.ts';

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder; name RDF files',
  EACCES: 'may not be read',
};

/** The quads of an RDF file of any format that its ending tells; an InputError names the file and, if known, the line. */
export async function readQuads(file: string): Promise<readonly Quad[]> {
  const format = formatOfFile(file);
  if (format === undefined) {
    const endings = RDF_FILE_ENDINGS.map((ending) => `.${ending}`).join(' ');
    throw new InputError(file, `the ending tells no RDF format; use ${endings}`);
  }
  return parseRdf(readText(file), { format, where: file });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const problem = PROBLEMS[code];
    if (problem === undefined) throw error;
    throw new InputError(file, problem, { cause: error });
  }
}
