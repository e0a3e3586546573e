/** The endings by which a folder's files are known to be articles. */
const ARTICLE_ENDINGS: ReadonlySet<string> = new Set([
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.jsonl',
  '.ndjson',
  '.json',
]);
/** The endings of files that may have their metadata in a JSON file beside them. */
const WITH_SIDECAR: ReadonlySet<string> = new Set([
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
]);

/** The endings that a folder is searched for, for messages: “.txt, .text, …”. */
export const KNOWN_ENDINGS = [...ARTICLE_ENDINGS].join(', ');

/** The ending of a file's name in lower case, with its dot; empty for none. */
export function endingOf(path: string): string {
  return /[^/\\](\.[^./\\]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** Whether a file found in a folder is read. */
export function isArticleFile(path: string): boolean {
  return ARTICLE_ENDINGS.has(endingOf(path));
}

/** Where the metadata of an article's file may be, the first before the second: `a.meta.json`, `a.json`. */
export function sidecarPaths(path: string): readonly string[] {
  const ending = endingOf(path);
  if (!WITH_SIDECAR.has(ending)) return [];
  const stem = path.slice(0, -ending.length);
  return [`${stem}.meta.json`, `${stem}.json`];
}
