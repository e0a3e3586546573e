import { readArticles } from '../ingest/read-articles.ts';
import type { OutletHosts } from '../ingest/outlets.ts';
import { findInputs } from '../io/find-inputs.ts';
import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Terminal } from './terminal.ts';

/** The articles that a command's arguments stand for, and why others could not be read. */
export interface ReadInputs {
  readonly articles: readonly Article[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads files, folders, globs and `-` (stdin). An input that cannot be read is a diagnostic; nothing found throws.
 * @param encoding of the files that are not UTF-8, where the user names it.
 */
export async function readInputs(
  patterns: readonly string[],
  outlets: OutletHosts,
  terminal: Terminal,
  encoding?: string,
): Promise<ReadInputs> {
  const found = await findInputs(patterns, { stdin: process.stdin });
  const articles: Article[] = [];
  const diagnostics = [...found.diagnostics];
  for (const [index, input] of found.inputs.entries()) {
    terminal.progress(`reading ${index + 1}/${found.inputs.length} ${input.path}`);
    const reading = await input.read();
    diagnostics.push(...reading.diagnostics);
    if (reading.file === undefined) continue;
    const ingested = readArticles(
      encoding === undefined ? reading.file : { ...reading.file, encoding },
      outlets,
    );
    articles.push(...ingested.articles);
    diagnostics.push(...ingested.diagnostics);
  }
  return { articles, diagnostics };
}

/** One line for a diagnostic: `warning: page.html: …`. */
function formatDiagnostic({ severity, where, message }: Diagnostic, terminal: Terminal): string {
  return `${terminal.colour(severity === 'error' ? 'red' : 'yellow', severity)}: ${where}: ${message}`;
}

/** So many inputs of the same fault are named. */
const MOST_NAMED = 5;

/** Lines for diagnostics; those that say the same of many inputs are counted after the first few. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): readonly string[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = `${diagnostic.severity} ${diagnostic.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  return [...groups.values()].flatMap((group) => {
    const named = group.length > MOST_NAMED + 1 ? group.slice(0, MOST_NAMED) : group;
    const more = group.length - named.length;
    const lines = named.map((diagnostic) => formatDiagnostic(diagnostic, terminal));
    return more === 0 ? lines : [...lines, `  and the same of ${more.toLocaleString('en')} more`];
  });
}
