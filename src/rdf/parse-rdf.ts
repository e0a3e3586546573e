import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { InputError } from '../model/input-error.ts';
import type { ReadFormat } from './rdf-format.ts';
import { termFactory } from './terms.ts';

/** What a text of RDF is and where it comes from. */
export interface ParseOptions {
  readonly format: ReadFormat;
  /** The file's name, for messages. */
  readonly where: string;
  /** What relative IRIs are relative to; without it they are an error. */
  readonly baseIri?: string;
}

const N3_FORMATS = {
  trig: 'application/trig',
  turtle: 'text/turtle',
  nquads: 'application/n-quads',
  ntriples: 'application/n-triples',
} as const;

/** The line that an error of the parser names, which it keeps in its context and in its message. */
function lineOf(message: string): string | undefined {
  return / on line (\d+)/u.exec(message)?.[1];
}

function explain(message: string): string {
  // A file that is no RDF may hold anything, also what would steer a terminal.
  const problem = message.replace(/ on line \d+\.?$/u, '').replaceAll(/\p{Cc}/gu, '\uFFFD');
  const prefix = /Undefined prefix "(.*?):?"/u.exec(problem)?.[1];
  if (prefix !== undefined)
    return `the prefix "${prefix}:" is not declared; write PREFIX ${prefix}: <…> above its use`;
  return `not readable: ${problem.charAt(0).toLowerCase()}${problem.slice(1)}`;
}

/** The quads of a text in Turtle, TriG, N-Triples or N-Quads (RDF 1.2); an InputError names file and line. */
export function parseTurtleFamily(
  text: string,
  { format, where, baseIri }: ParseOptions & { readonly format: Exclude<ReadFormat, 'rdfxml'> },
): readonly Quad[] {
  const parser = new Parser({
    format: N3_FORMATS[format],
    factory: termFactory,
    ...(baseIri === undefined ? {} : { baseIRI: baseIri }),
  });
  try {
    return parser.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = lineOf(error.message);
    if (line === undefined && !/^(?:Unexpected|Expected|Invalid|Undefined)/u.test(error.message)) throw error;
    throw new InputError(line === undefined ? where : `${where}:${line}`, explain(error.message), {
      cause: error,
    });
  }
}

/** The quads of a text in any format that we read; RDF/XML is read by a library loaded only then. */
export async function parseRdf(text: string, options: ParseOptions): Promise<readonly Quad[]> {
  const { format } = options;
  if (format !== 'rdfxml') return parseTurtleFamily(text, { ...options, format });
  const { parseRdfXml } = await import('./parse-rdf-xml.ts');
  return parseRdfXml(text, options);
}
