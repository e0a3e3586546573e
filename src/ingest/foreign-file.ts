import type { InputFile } from './input-file.ts';

/** Formats that are no articles, by their first bytes: what a user is told instead of “binary file”. */
const SIGNATURES: readonly (readonly [signature: string, message: string])[] = [
  ['%PDF', 'is a PDF; save its text as .txt'],
  ['PK\u0003\u0004', 'is a ZIP archive or an office document; save its text as .txt'],
  ['\u001F\u008B', 'is compressed with gzip; unpack it first'],
  ['\u00D0\u00CF\u0011\u00E0', 'is an office document; save its text as .txt'],
  ['{\\rtf', 'is Rich Text; save it as .txt'],
];

const TABLE =
  'is a table, which is not read; make JSON Lines of it, one article a line: {"id": …, "text": …, "date": …, "outlet": …}';
const GRAPH = 'is a graph, no article; ask it with "demarche query --graph FILE"';

/** Formats of text that are no articles, by the ending of the file's name. */
const ENDINGS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['trig', 'ttl', 'turtle', 'nq', 'nt', 'n3', 'rdf', 'owl', 'jsonld', 'dmx'].map((ending) => [
      ending,
      GRAPH,
    ]),
  ),
  csv: TABLE,
  tsv: TABLE,
  rq: 'is a query, no article; ask it with "demarche query FILE"',
  sparql: 'is a query, no article; ask it with "demarche query FILE"',
};

/** A line of the Turtle family: `PREFIX dip: <…>`, `@prefix dip: <…> .`, `<…> <…> "…" .`. */
const GRAPH_LINE =
  /^(?:@?prefix\s+[\w.-]*:\s*<\S+>|<[a-z][a-z\d+.-]*:[^\s<>]*>\s+<[a-z][a-z\d+.-]*:[^\s<>]*>\s+[<"_])/iu;

/** What a file is that holds no article whatever its name says; undefined for what may be one. */
export function describeForeignFile({ path, bytes }: InputFile): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (signed !== undefined) return signed[1];
  const ending = /\.([a-z\d]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(ENDINGS, ending)) return ENDINGS[ending];
  const text = start.replace(/^\u00EF\u00BB\u00BF/u, '').replace(/^(?:\s*#[^\n]*\n|\s+)*/u, '');
  return GRAPH_LINE.test(text) ? GRAPH : undefined;
}
