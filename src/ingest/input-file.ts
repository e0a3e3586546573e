import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** The bytes of a file beside an article's file that holds its metadata. */
export interface SidecarFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file as found: its path as the user knows it (`<stdin>` for standard input) and its bytes. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sidecar?: SidecarFile;
  /** The encoding that its user names, for bytes that are not UTF-8: `windows-1250`. */
  readonly encoding?: string;
}

/** The articles of a file; an error diagnostic for each that could not be read, a warning for what was odd. */
export interface IngestResult {
  readonly articles: readonly Article[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The name that an article takes from its file: without folder and ending. */
export function nameOfFile(path: string): string {
  if (path === '<stdin>') return 'stdin';
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
