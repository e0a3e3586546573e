import type { Quad } from '@rdfjs/types';
import { instancePrefixes } from '../../rdf/iris.ts';
import { serialiseInPieces } from '../../rdf/serialise.ts';
import type { WrittenFormat } from '../../rdf/serialise.ts';
import type { GraphPart } from '../claim-graph.ts';
import type { DatasetMetadata } from '../package/dataset-metadata.ts';
import type { OpenFile } from '../write-tables.ts';
import { jsonLdContext, writeJsonLd } from './json-ld.ts';
import { writeNanopublications } from './nanopublications.ts';
import { createRdf11Projection } from './project-rdf11.ts';
import { writeRdfXml } from './rdf-xml.ts';

/** A format that is written part by part: what stands before all parts, the parts, and what stands after. */
export interface PieceWriter {
  readonly head: () => string;
  readonly part: (quads: readonly Quad[]) => Iterable<string>;
  readonly foot: () => string;
}

const TRIG = 'rdf/graph.trig';

/** Which files of RDF are wanted besides TriG and N-Quads. */
export interface GraphFileOptions {
  readonly rdf11: boolean;
  readonly nanopublications: boolean;
  readonly metadata: DatasetMetadata;
}

/** The files of RDF, open: each takes every part of the graph. */
export interface GraphFiles {
  readonly add: (part: GraphPart) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Every prefix of ours, since it is not known beforehand which of them the parts need. */
function prefixLines(prefixes: Readonly<Record<string, string>>): string {
  return Object.entries(prefixes)
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
    .sort()
    .join('');
}

function* withoutPrefixes(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) if (!piece.startsWith('PREFIX ')) yield piece;
}

function turtleWriter(format: WrittenFormat): PieceWriter {
  return {
    head: () => prefixLines(instancePrefixes()),
    part: (quads) => withoutPrefixes(serialiseInPieces(quads, format)),
    foot: () => '',
  };
}

function lineWriter(format: WrittenFormat): PieceWriter {
  return { head: () => '', part: (quads) => serialiseInPieces(quads, format), foot: () => '' };
}

/** Writes a graph part by part, with its named graphs. */
export function graphWriter(format: 'trig' | 'nquads'): PieceWriter {
  return format === 'trig' ? turtleWriter(format) : lineWriter(format);
}

/** Opens the files of RDF. Within a part everything is sorted, and parts come in the order in which they are added. */
export async function openGraphFiles(open: OpenFile, options: GraphFileOptions): Promise<GraphFiles> {
  const whole: [string, PieceWriter][] = [
    [TRIG, graphWriter('trig')],
    ['rdf/graph.nq', graphWriter('nquads')],
  ];
  if (options.nanopublications) {
    whole.push(['nanopublications/claims.trig', writeNanopublications(options.metadata)]);
  }
  const plain: [string, PieceWriter][] = [];
  if (options.rdf11) {
    plain.push(
      ['rdf11/graph.ttl', turtleWriter('turtle')],
      ['rdf11/graph.nt', lineWriter('ntriples')],
      ['rdf11/graph.jsonld', writeJsonLd()],
      ['rdf11/graph.rdf', writeRdfXml()],
    );
    const context = await open('rdf11/context.jsonld');
    await context.append(`${JSON.stringify(jsonLdContext(), undefined, 2)}\n`);
    await context.close();
  }
  const files = new Map<PieceWriter, Awaited<ReturnType<OpenFile>>>();
  for (const [path, writer] of [...whole, ...plain]) {
    const file = await open(path);
    await file.append(writer.head());
    files.set(writer, file);
  }
  const write = async (
    writers: readonly [string, PieceWriter][],
    { quads, trig }: GraphPart,
  ): Promise<void> => {
    for (const [path, writer] of writers) {
      const pieces = path === TRIG && trig !== undefined ? trig : writer.part(quads);
      for (const piece of pieces) await files.get(writer)?.append(piece);
    }
  };
  const project = createRdf11Projection();
  return {
    add: async (part) => {
      await write(whole, part);
      if (plain.length > 0) await write(plain, { quads: project(part.quads) });
    },
    close: async () => {
      for (const [writer, file] of files) {
        await file.append(writer.foot());
        await file.close();
      }
    },
  };
}
