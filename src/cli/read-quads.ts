import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { hasCode, refusingNow } from '../io/file-error.ts';
import { InputError } from '../model/input-error.ts';
import { parseRdf } from '../rdf/parse-rdf.ts';
import { formatOfFile, RDF_FILE_ENDINGS } from '../rdf/rdf-format.ts';

/** The quads of an RDF file of any format that its ending tells; an InputError names the file and, if known, the line. */
export async function readQuads(file: string): Promise<readonly Quad[]> {
  const format = formatOfFile(file);
  if (format === undefined) {
    const endings = RDF_FILE_ENDINGS.map((ending) => `.${ending}`).join(' ');
    throw new InputError(file, `the ending tells no RDF format; use ${endings}`);
  }
  const text = refusingNow(file, () => readWhole(file));
  return parseRdf(text, { format, where: file });
}

/** The longest text that Node.js holds is half a gigabyte. */
function readWhole(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ERR_STRING_TOO_LONG')) throw error;
    const message = 'is too large to be read as a whole; only TriG as demarche writes it is read in parts';
    throw new InputError(file, message, { cause: error });
  }
}
