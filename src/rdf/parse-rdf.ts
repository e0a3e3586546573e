import { EventEmitter } from 'node:events';
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

type TurtleFamilyOptions = ParseOptions & { readonly format: Exclude<ReadFormat, 'rdfxml'> };

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
export function parseTurtleFamily(text: string, options: TurtleFamilyOptions): readonly Quad[] {
  try {
    return createParser(options).parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw toInputError(error, options.where);
  }
}

/** Takes a document in pieces, so that it need not be in memory as a whole. */
export interface ChunkParser {
  /** Takes the next bytes, which may end within a character. */
  readonly add: (bytes: Uint8Array) => void;
  /** Tells that the document is at its end. */
  readonly finish: () => void;
}

/** A parser of the same formats that gives each quad as it is found; `add` and `finish` throw the InputErrors. */
export function createChunkParser(options: TurtleFamilyOptions, onQuad: (quad: Quad) => void): ChunkParser {
  const input = new EventEmitter();
  let failure: { readonly error: unknown } | undefined;
  createParser(options).parse(input, (error: unknown, found) => {
    if (error instanceof Error) failure ??= { error };
    else if (found !== null && failure === undefined) onQuad(found);
  });
  const emit = (event: 'data' | 'end', bytes?: Uint8Array): void => {
    input.emit(event, bytes);
    if (failure !== undefined) throw toInputError(failure.error, options.where);
  };
  return {
    add: (bytes) => {
      emit('data', bytes);
    },
    finish: () => {
      emit('end');
    },
  };
}

function createParser({ format, baseIri }: TurtleFamilyOptions): Parser {
  return new Parser({
    format: N3_FORMATS[format],
    factory: termFactory,
    ...(baseIri === undefined ? {} : { baseIRI: baseIri }),
  });
}

/** What the parser found fault with; a bug comes back as it is. */
function toInputError(error: unknown, where: string): unknown {
  if (!(error instanceof Error)) return error;
  const line = lineOf(error.message);
  if (line === undefined && !/^(?:Unexpected|Expected|Invalid|Undefined)/u.test(error.message)) return error;
  return new InputError(line === undefined ? where : `${where}:${line}`, explain(error.message), {
    cause: error,
  });
}

/** The quads of a text in any format that we read; RDF/XML is read by a library loaded only then. */
export async function parseRdf(text: string, options: ParseOptions): Promise<readonly Quad[]> {
  const { format } = options;
  if (format !== 'rdfxml') return parseTurtleFamily(text, { ...options, format });
  const { parseRdfXml } = await import('./parse-rdf-xml.ts');
  return parseRdfXml(text, options);
}
