import { statSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { readGraphBlockBytes, scanGraphFile } from '../../build/graph-file.ts';
import type { GraphBlock } from '../../build/graph-file.ts';
import { holdGraph } from '../../export/claim-graph.ts';
import type { ClaimGraph, GraphEntry, GraphPart } from '../../export/claim-graph.ts';
import { InputError } from '../../model/input-error.ts';
import { distinctQuads } from '../../rdf/distinct-quads.ts';
import { instancePrefixes } from '../../rdf/iris.ts';
import { parseRdf } from '../../rdf/parse-rdf.ts';
import { createOwnBlockReader } from '../../rdf/read-own-block.ts';
import { readQuads } from '../read-quads.ts';
import type { Terminal } from '../terminal.ts';

/** Graph files of more bytes than this are read part by part. */
export const WHOLE_SIZE = 4_000_000;

/** Above so many bytes it is worth a word that a graph is read as a whole. */
const NOTABLE_SIZE = 50_000_000;

/** Said of files that are not laid out as ours. */
export const READ_WHOLE =
  'not TriG as demarche writes it, so it is read as a whole and takes some twenty times its size in memory; "demarche merge" writes it anew';

/**
 * The claim graph of some files, united. Small ones are read at once, large ones part by part when they are asked for;
 * large files that are not laid out as `demarche build` writes them must fit in memory.
 */
export async function openClaimGraph(
  files: readonly string[],
  terminal: Terminal,
  wholeSize: number = WHOLE_SIZE,
): Promise<ClaimGraph> {
  const size = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  if (size > wholeSize) {
    terminal.progress(`looking through ${files.join(', ')} …`);
    const graph = await openByBlocks(files);
    if (graph !== undefined) return graph;
    if (size > NOTABLE_SIZE) terminal.report(`note: ${files.join(', ')}: ${READ_WHOLE}`);
  }
  const quads: Quad[] = [];
  for (const file of files) {
    terminal.progress(`reading ${file} …`);
    for (const quad of await readQuads(file)) quads.push(quad);
  }
  if (quads.length === 0) throw new InputError(files.join(', '), 'holds nothing to export');
  return holdGraph(files.length === 1 ? quads : distinctQuads(quads));
}

/** A block with the prefixes of its file. */
interface PrefixedBlock {
  readonly block: GraphBlock;
  readonly prefixes: string;
}

/** Whether a graph is one article's, by its name, which ends with the article's key. */
export function isArticleGraph(name: string): boolean {
  return /[/#][0-9a-f]{16}$/u.test(name);
}

/** The graphs by the places of their blocks; undefined where a file holds anything outside of blocks. */
export async function openByBlocks(files: readonly string[]): Promise<ClaimGraph | undefined> {
  const places = new Map<string, PrefixedBlock[]>();
  for (const file of files) {
    if (!file.endsWith('.trig')) return undefined;
    const { prefixes, blocks } = await scanGraphFile(file);
    if (!isAllBlocks(blocks, prefixes, statSync(file).size)) return undefined;
    const expand = prefixExpander(prefixes);
    for (const block of blocks) {
      const name = expand(block.graph);
      const known = places.get(name) ?? [];
      places.set(name, known);
      known.push({ block, prefixes });
    }
  }
  const graphs = [...places].map(([name, found]): GraphEntry => ({
    name,
    size: found.reduce((sum, { block }) => sum + block.end - block.start, 0),
    isArticle: isArticleGraph(name),
  }));
  return { graphs, read: (entries) => readParts(entries.map(({ name }) => places.get(name) ?? [])) };
}

/** A graph's quads and, where it stands as our writer writes it, its text. */
interface ReadGraph {
  readonly quads: readonly Quad[];
  readonly trig?: Buffer;
}

const PREFIXES = instancePrefixes();
const readOwnBlock = createOwnBlockReader(PREFIXES);

/** Whether what a file's names begin with is what we write. */
function hasOurPrefixes(prefixes: string): boolean {
  return [...declaredPrefixes(prefixes)].every(([prefix, iri]) => PREFIXES[prefix] === iri);
}

const LINE_END = 0x0a;
const COMMENT = 0x23;
const NOTHING = Buffer.alloc(0);

async function readBlock({ block, prefixes }: PrefixedBlock): Promise<ReadGraph> {
  const bytes = await readGraphBlockBytes(block);
  const trig = bytes.subarray(bytes[0] === COMMENT ? bytes.indexOf(LINE_END) + 1 : 0);
  const own = hasOurPrefixes(prefixes) ? readOwnBlock(trig) : undefined;
  if (own !== undefined) return { quads: own, trig };
  const text = prefixes + bytes.toString('utf8');
  return { quads: await parseRdf(text, { format: 'trig', where: block.file }) };
}

/** Reads graphs, each from all of its blocks. */
async function readParts(graphs: readonly (readonly PrefixedBlock[])[]): Promise<GraphPart> {
  const quads: Quad[] = [];
  const trig: Buffer[] = [];
  for (const blocks of graphs) {
    const read: ReadGraph[] = [];
    for (const block of blocks) read.push(await readBlock(block));
    const found = read.flatMap((one) => one.quads);
    for (const quad of blocks.length > 1 ? distinctQuads(found) : found) quads.push(quad);
    if (read.length === 1 && read[0]?.trig !== undefined) trig.push(read[0].trig);
  }
  const isSorted = trig.every((text, index) => Buffer.compare(trig[index - 1] ?? NOTHING, text) < 0);
  const isOwn = trig.length === graphs.length && isSorted;
  return { quads, ...(isOwn && { trig: trig.flatMap((text) => ['\n', text]) }) };
}

/** Whether blocks fill a file but for its prefixes and the line or two before each of them. */
function isAllBlocks(blocks: readonly GraphBlock[], prefixes: string, size: number): boolean {
  let last = Buffer.byteLength(prefixes);
  for (const { start, end } of blocks) {
    if (start - last > 2) return false;
    last = end;
  }
  return blocks.length > 0 && size - last <= 2;
}

function declaredPrefixes(prefixes: string): ReadonlyMap<string, string> {
  return new Map(
    [...prefixes.matchAll(/^PREFIX (\S*): <(.*)>$/gmu)].map(([, prefix = '', iri = '']) => [prefix, iri]),
  );
}

/** Expands names such as `graph:run` and `<https://…>` to IRIs. */
function prefixExpander(prefixes: string): (name: string) => string {
  const known = declaredPrefixes(prefixes);
  return (name) => {
    if (name.startsWith('<')) return name.slice(1, -1);
    const [prefix = '', ...rest] = name.split(':');
    return `${known.get(prefix) ?? ''}${rest.join(':').replaceAll('\\', '')}`;
  };
}
