import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
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

/** A line that may frame a block, with the offsets of its first byte and of the line after it. */
interface FrameLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the lines that frame blocks begin with: `GRAPH`, `#`, `}`, `PREFIX`. What stands in a block is indented. */
const FRAME_BEGINNINGS: ReadonlySet<number> = new Set(Buffer.from('G#}P'));

/** The lines of some bytes that may frame a block; `offset` is where the bytes stand in the file. */
function findFrameLines(bytes: Buffer, offset: number): readonly FrameLine[] {
  const lines: FrameLine[] = [];
  let from = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
    if (FRAME_BEGINNINGS.has(bytes[from] ?? 0) && at - from <= LONGEST_FRAME) {
      const text = bytes.toString('utf8', from, at);
      lines.push({ text, start: offset + from, end: offset + at + 1 });
    }
    from = at + 1;
  }
  return lines;
}

/** The lines of a file that may frame blocks, some hundred at a time; what no line break ends is none. */
async function* readFrameLines(file: string): AsyncGenerator<readonly FrameLine[]> {
  let rest: Buffer[] = [];
  let offset = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = chunk;
    const whole = bytes.lastIndexOf(NEWLINE) + 1;
    if (whole > 0) {
      const lines =
        rest.length === 0 ? bytes.subarray(0, whole) : Buffer.concat([...rest, bytes.subarray(0, whole)]);
      yield findFrameLines(lines, offset);
      offset += lines.length;
      rest = [];
    }
    if (whole < bytes.length) rest.push(bytes.subarray(whole));
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
    for await (const lines of readFrameLines(file)) {
      for (const { text, start, end } of lines) {
        const fingerprint = FINGERPRINT.exec(text)?.[1];
        const graph = HEAD.exec(text)?.[1];
        if (fingerprint !== undefined) {
          made = { fingerprint, start };
        } else if (graph !== undefined) {
          begun = { graph, file, start, ...made };
          made = undefined;
        } else if (text === FOOT && begun !== undefined) {
          blocks.push({ ...begun, end });
          begun = undefined;
        } else if (begun === undefined && text.startsWith('PREFIX ')) {
          prefixes += `${text}\n`;
        }
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
  const reader = openBlocks();
  try {
    return await reader.read(block);
  } finally {
    await reader.close();
  }
}

/** The text of one block, as it stands in its file. */
export async function readGraphBlock(block: GraphBlock): Promise<string> {
  return (await readGraphBlockBytes(block)).toString('utf8');
}

/** Reads many blocks of few files. */
export interface BlockReader {
  /** The bytes of a block, as they stand in its file. */
  readonly read: (block: GraphBlock) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** Opens each file with the first of its blocks that is asked for. */
export function openBlocks(): BlockReader {
  const handles = new Map<string, FileHandle>();
  return {
    read: async ({ file, start, end }) => {
      const handle = handles.get(file) ?? (await open(file, 'r'));
      handles.set(file, handle);
      const bytes = Buffer.allocUnsafe(end - start);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    },
    close: async () => {
      await Promise.all([...handles.values()].map((handle) => handle.close()));
    },
  };
}
