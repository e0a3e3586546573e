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

/** Reads files, folders, globs and `-` (stdin). An input that cannot be read is a diagnostic; nothing found throws. */
export async function readInputs(
  patterns: readonly string[],
  outlets: OutletHosts,
  terminal: Terminal,
): Promise<ReadInputs> {
  const found = await findInputs(patterns, { stdin: process.stdin });
  const articles: Article[] = [];
  const diagnostics = [...found.diagnostics];
  for (const [index, input] of found.inputs.entries()) {
    terminal.progress(`reading ${index + 1}/${found.inputs.length} ${input.path}`);
    const reading = await input.read();
    diagnostics.push(...reading.diagnostics);
    if (reading.file === undefined) continue;
    const ingested = readArticles(reading.file, outlets);
    articles.push(...ingested.articles);
    diagnostics.push(...ingested.diagnostics);
  }
  return { articles, diagnostics };
}

/** One line for a diagnostic: `warning: page.html: …`. */
export function formatDiagnostic({ severity, where, message }: Diagnostic, terminal: Terminal): string {
  return `${terminal.colour(severity === 'error' ? 'red' : 'yellow', severity)}: ${where}: ${message}`;
}
