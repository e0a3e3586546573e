import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { isMissing } from '../io/file-error.ts';
import { instancePrefixes } from '../rdf/iris.ts';

/** Where one named graph stands in a graph file: the bytes `[start, end)`, from its first line to its closing brace. */
export interface GraphBlock {
  /** The graph's name as written: `graph:3f2a9c…` or `<https://…>`. */
  readonly graph: string;
  /** What the block was made from: article, run and metadata; undefined for blocks that no article made. */
  readonly fingerprint?: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What a graph file holds: its prefix lines and its named graphs in the file's order. */
export interface GraphFile {
  readonly prefixes: string;
  readonly blocks: readonly GraphBlock[];
}

const NEWLINE = 0x0a;
const SPACE = 0x20;
const FINGERPRINT = /^# made from ([0-9a-f]+)$/;
/** The head line of a block: `GRAPH graph:3f2a… {`. */
const HEAD = /^GRAPH (\S+) \{$/;
const FOOT = '}';
/** No line of ours that frames a block is longer; a longer one is content and is not decoded. */
const LONGEST_FRAME = 2048;

/** The lines that a graph file starts with: every prefix of ours, so that blocks can be moved between files. */
export function graphFileHeader(base?: string): string {
  return Object.entries(instancePrefixes(base))
    .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`)
    .sort()
    .join('');
}

/** A block with the line that tells what it was made from. `trig` is the block as serialised, without prefixes. */
export function frameBlock(trig: string, fingerprint: string): string {
  return `\n# made from ${fingerprint}\n${trig.trimStart()}`;
}

async function* readLines(file: string): AsyncGenerator<{ readonly line: Buffer; readonly start: number }> {
  let pending: Buffer[] = [];
  let start = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = Buffer.from(chunk);
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
      const rest = bytes.subarray(from, at);
      const line = pending.length === 0 ? rest : Buffer.concat([...pending, rest]);
      yield { line, start };
      start += line.length + 1;
      pending = [];
      from = at + 1;
    }
    if (from < bytes.length) pending.push(bytes.subarray(from));
  }
}

/**
 * The prefixes and named graphs of a graph file, found without parsing their contents: our writer puts a block's
 * head and its closing brace on lines of their own and escapes line breaks inside literals.
 * A block that a killed build left unfinished has no closing line and is left out. A missing file holds nothing.
 */
export async function scanGraphFile(file: string): Promise<GraphFile> {
  let prefixes = '';
  const blocks: GraphBlock[] = [];
  let made: { readonly fingerprint: string; readonly start: number } | undefined;
  let begun: Omit<GraphBlock, 'end'> | undefined;
  try {
    for await (const { line, start } of readLines(file)) {
      // Content is indented, and most of a file.
      if (line.length > LONGEST_FRAME || line[0] === SPACE || line.length === 0) continue;
      const text = line.toString('utf8');
      const fingerprint = FINGERPRINT.exec(text)?.[1];
      const graph = HEAD.exec(text)?.[1];
      if (fingerprint !== undefined) {
        made = { fingerprint, start };
      } else if (graph !== undefined) {
        begun = { graph, file, start, ...made };
        made = undefined;
      } else if (text === FOOT && begun !== undefined) {
        blocks.push({ ...begun, end: start + line.length + 1 });
        begun = undefined;
      } else if (begun === undefined && text.startsWith('PREFIX ')) {
        prefixes += `${text}\n`;
      }
    }
  } catch (error) {
    if (isMissing(error)) return { prefixes: '', blocks: [] };
    throw error;
  }
  return { prefixes, blocks };
}

/** One block as it stands in its file, in UTF-8. */
export async function readGraphBlockBytes(block: GraphBlock): Promise<Buffer> {
  const handle = await open(block.file, 'r');
  try {
    const bytes = Buffer.alloc(block.end - block.start);
    await handle.read(bytes, 0, bytes.length, block.start);
    return bytes;
  } finally {
    await handle.close();
  }
}

/** The text of one block, as it stands in its file. */
export async function readGraphBlock(block: GraphBlock): Promise<string> {
  return (await readGraphBlockBytes(block)).toString('utf8');
}
