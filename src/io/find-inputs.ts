import { readFile, realpath, stat } from 'node:fs/promises';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Diagnostic } from '../model/diagnostic.ts';
import { InputError } from '../model/input-error.ts';
import { KNOWN_ENDINGS, endingOf, isArticleFile, sidecarPaths } from './article-file.ts';
import { describeFileError } from './file-error.ts';
import { readStream } from './read-file.ts';
import { walkFolder } from './walk-folder.ts';

/** The name under which standard input goes through messages. */
export const STDIN_PATH = '<stdin>';
/** The largest file that is read, in bytes: a text beyond it does not fit into one string. */
const LARGEST_FILE = 500_000_000;

/** A file's bytes as the reader of articles takes them. */
export interface InputBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sidecar?: { readonly path: string; readonly bytes: Uint8Array };
}

/** The bytes of a found input, or the diagnostics that say why there are none. */
export interface InputReading {
  readonly file?: InputBytes;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that may hold articles; its bytes are read only when asked for. */
export interface FoundInput {
  readonly path: string;
  readonly read: () => Promise<InputReading>;
}

/** The inputs in the order of the patterns, within a folder or glob sorted by path; what was passed over and why. */
export interface FoundInputs {
  readonly inputs: readonly FoundInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What stands for the world in which the patterns are resolved. */
export interface FindOptions {
  readonly stdin: AsyncIterable<Uint8Array | string>;
}

interface Candidate {
  readonly path: string;
  /** Named by the user, not come upon in a folder: then it is tried whatever its ending is. */
  readonly named: boolean;
}

interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly diagnostics: readonly Diagnostic[];
}

function problem(where: string, message: string, severity: Diagnostic['severity'] = 'error'): Diagnostic {
  return { severity, where, message };
}

/** More files passed over than this are named together. */
const MOST_NAMED = 5;

function describePassedOver(paths: readonly string[]): readonly Diagnostic[] {
  const [first = ''] = paths;
  if (paths.length > MOST_NAMED) {
    const message = `and ${paths.length - 1} more files are not read: their endings are none of ${KNOWN_ENDINGS}`;
    return [problem(first, message, 'warning')];
  }
  return paths.map((path) => problem(path, `is not read: its ending is none of ${KNOWN_ENDINGS}`, 'warning'));
}

async function expandGlob(pattern: string): Promise<Candidates> {
  const found = await glob(pattern, { dot: false, onlyFiles: true, expandDirectories: false });
  if (found.length === 0) return { candidates: [], diagnostics: [problem(pattern, 'matches no file')] };
  const asked = endingOf(pattern);
  const candidates = found
    .toSorted((left, right) => (left < right ? -1 : 1))
    .map((path) => ({ path, named: asked !== '' && endingOf(path) === asked }));
  return { candidates, diagnostics: [] };
}

async function expandPattern(pattern: string): Promise<Candidates> {
  if (pattern === '-') return { candidates: [{ path: STDIN_PATH, named: true }], diagnostics: [] };
  try {
    const status = await stat(pattern);
    if (!status.isDirectory()) return { candidates: [{ path: pattern, named: true }], diagnostics: [] };
    const { files, diagnostics } = await walkFolder(pattern);
    return { candidates: files.map((path) => ({ path, named: false })), diagnostics };
  } catch (error) {
    if (isDynamicPattern(pattern)) return await expandGlob(pattern);
    const message = describeFileError(error);
    if (message === undefined) throw error;
    return { candidates: [], diagnostics: [problem(pattern, message)] };
  }
}

/** The file's true path, by which files that are given twice are known; its path where that cannot be found out. */
async function identify(path: string): Promise<string> {
  if (path === STDIN_PATH) return path;
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

async function readSidecar(path: string): Promise<InputReading['file']> {
  for (const sidecar of sidecarPaths(path)) {
    try {
      return { path: sidecar, bytes: await readFile(sidecar) };
    } catch (error) {
      if (describeFileError(error) === undefined) throw error;
    }
  }
  return undefined;
}

async function readInput(path: string, options: FindOptions): Promise<InputReading> {
  try {
    if (path === STDIN_PATH)
      return { file: { path, bytes: await readStream(options.stdin) }, diagnostics: [] };
    const { size } = await stat(path);
    if (size > LARGEST_FILE) {
      const megabytes = Math.floor(size / 1e6);
      return { diagnostics: [problem(path, `${megabytes} megabytes; a file has at most 500, split it`)] };
    }
    const bytes = await readFile(path);
    const sidecar = await readSidecar(path);
    return { file: { path, bytes, ...(sidecar === undefined ? {} : { sidecar }) }, diagnostics: [] };
  } catch (error) {
    const message = describeFileError(error);
    if (message === undefined) throw error;
    return { diagnostics: [problem(path, message)] };
  }
}

/**
 * The files that arguments of a command line stand for: files, folders (searched to the bottom), globs that no
 * shell has expanded, and `-` for standard input. A file counts once, a sidecar goes with its article.
 * An InputError where nothing at all is found.
 */
export async function findInputs(patterns: readonly string[], options: FindOptions): Promise<FoundInputs> {
  const diagnostics: Diagnostic[] = [];
  const candidates = new Map<string, Candidate>();
  for (const pattern of patterns) {
    const expanded = await expandPattern(pattern);
    diagnostics.push(...expanded.diagnostics);
    for (const candidate of expanded.candidates) {
      const identity = await identify(candidate.path);
      const before = candidates.get(identity);
      if (before === undefined) candidates.set(identity, candidate);
      else if (candidate.named && !before.named) candidates.set(identity, { ...before, named: true });
    }
  }

  const sidecars = new Set<string>();
  for (const { path } of candidates.values()) {
    for (const sidecar of sidecarPaths(path)) sidecars.add(await identify(sidecar));
  }
  const inputs: FoundInput[] = [];
  const passedOver: string[] = [];
  for (const [identity, { path, named }] of candidates) {
    if (sidecars.has(identity)) continue;
    if (named || isArticleFile(path)) inputs.push({ path, read: () => readInput(path, options) });
    else passedOver.push(path);
  }
  diagnostics.push(...describePassedOver(passedOver));
  if (inputs.length === 0) {
    const [first] = diagnostics.filter(({ severity }) => severity === 'error');
    if (first !== undefined) throw new InputError(first.where, first.message);
    const others =
      passedOver.length === 0
        ? ''
        : ` among ${passedOver.length} of other endings, as ${passedOver[0] ?? ''}`;
    throw new InputError(
      patterns.join(' ') || 'no input',
      `holds no articles${others}; an article is a file in ${KNOWN_ENDINGS}`,
    );
  }
  return { inputs, diagnostics };
}
