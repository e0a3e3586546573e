import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Where one named graph stands in a TriG file of ours: the bytes `[start, end)`, from its head line to its closing brace. */
export interface GraphBlock {
  /** The graph's name as written: `graph:3f2a9c…` or `<https://…>`. */
  readonly graph: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What a TriG file of ours holds: its prefix lines and its named graphs in the file's order. */
export interface GraphFile {
  readonly prefixes: string;
  readonly blocks: readonly GraphBlock[];
}

const NEWLINE = 0x0a;
/** The head line of a block: `GRAPH graph:3f2a… {`. */
const HEAD = /^GRAPH (\S+) \{$/;
/** The closing line of a block. */
const FOOT = '}';
/** No head line is longer; a longer line is content and is not decoded. */
const LONGEST_HEAD = 2048;

/**
 * The prefixes and named graphs of a TriG file that we wrote, without parsing their contents: our writer puts
 * a block's head and its closing brace on lines of their own and escapes line breaks inside literals.
 * A block that a killed build left unfinished has no closing line and is left out. A missing file has nothing.
 */
export async function scanGraphFile(file: string): Promise<GraphFile> {
  const prefixes: string[] = [];
  const blocks: GraphBlock[] = [];
  let offset = 0;
  let lineStart = 0;
  let pending: Buffer[] = [];
  let open: { readonly graph: string; readonly start: number } | undefined;

  const endLine = (line: Buffer): void => {
    if (line.length <= LONGEST_HEAD) {
      const text = line.toString('utf8');
      const graph = HEAD.exec(text)?.[1];
      if (open === undefined && text.startsWith('PREFIX ')) prefixes.push(text);
      if (graph !== undefined) open = { graph, start: lineStart };
      else if (text === FOOT && open !== undefined) {
        blocks.push({ ...open, file, end: lineStart + line.length + 1 });
        open = undefined;
      }
    }
    lineStart += line.length + 1;
  };

  try {
    for await (const chunk of createReadStream(file)) {
      const bytes: Buffer = Buffer.from(chunk);
      let from = 0;
      for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
        const rest = bytes.subarray(from, at);
        endLine(pending.length === 0 ? rest : Buffer.concat([...pending, rest]));
        pending = [];
        from = at + 1;
      }
      if (from < bytes.length) pending.push(bytes.subarray(from));
      offset += bytes.length;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { prefixes: '', blocks: [] };
    throw error;
  }
  return {
    prefixes: prefixes.map((line) => `${line}\n`).join(''),
    blocks: blocks.filter((block) => block.end <= offset),
  };
}

/** The text of one block, as it stands in its file. */
export async function readGraphBlock(block: GraphBlock): Promise<string> {
  const handle = await open(block.file, 'r');
  try {
    const bytes = Buffer.alloc(block.end - block.start);
    await handle.read(bytes, 0, bytes.length, block.start);
    return bytes.toString('utf8');
  } finally {
    await handle.close();
  }
}
