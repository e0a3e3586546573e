import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { baseOfGraphFile, replaceBlocks } from '../../build/replace-blocks.ts';
import { readIdentityCsv } from '../../export/identities/identity-csv.ts';
import { readIdentities } from '../../export/identities/read-identities.ts';
import {
  encodeDecidedIdentities,
  encodeUserDecisions,
  readUserDecisions,
} from '../../graph/user-decisions.ts';
import { refusingNow } from '../../io/file-error.ts';
import { holdFile } from '../../io/hold-file.ts';
import { InputError } from '../../model/input-error.ts';
import { instancePrefixes, reviewGraphIri } from '../../rdf/iris.ts';
import { serialise } from '../../rdf/serialise.ts';
import { count } from '../describe-inference.ts';
import { formatDiagnostics } from '../read-inputs.ts';
import { readQuads } from '../read-quads.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Adds the decisions of a completed table to the graph, which is held meanwhile as a build holds it; nothing is written
 * where a row is wrong.
 */
export async function importDecisions(
  inputs: readonly string[],
  table: string,
  by: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const [graph = '', ...others] = inputs;
  if (others.length > 0) throw new InputError('--import', 'decisions go into one graph; name one');
  if (by === undefined || by.trim() === '')
    throw new InputError('--import', 'a decision needs its author; give a name with --by');
  const release = await holdFile(graph);
  try {
    await addDecisions(graph, table, by.trim(), terminal);
  } finally {
    await release();
  }
}

async function addDecisions(graph: string, table: string, by: string, terminal: Terminal): Promise<void> {
  const base = await baseOfGraphFile(graph);
  const quads = await readQuads(graph);
  const on = terminal
    .now()
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z');
  const identities = readIdentities(quads);
  const reading = readIdentityCsv(readTable(table), { identities, where: table, by, on });
  if ('problems' in reading) {
    for (const line of formatDiagnostics(reading.problems, terminal)) terminal.report(line);
    throw new InputError(table, `${count(reading.problems.length, 'mistake')}; the graph is left as it was`);
  }
  const review = quads.filter((quad) => quad.graph.equals(reviewGraphIri(base)));
  const added = [...review, ...encodeUserDecisions(reading.decisions, base)];
  await replaceBlocks(
    graph,
    new Map([
      ['graph:review', toBlock(added, base)],
      ['graph:identity', toBlock(encodeDecidedIdentities(readUserDecisions(added, base), base), base)],
    ]),
  );
  const articles = new Set(reading.decisions.map(({ article }) => article)).size;
  terminal.report(
    `${graph}: ${count(reading.decisions.length, 'decision')} added, on actors of ${count(articles, 'article')}; ` +
      'run "demarche build" as before to carry them into the claims',
  );
}

function readTable(file: string): string {
  return refusingNow(file, () => readFileSync(file === '-' ? 0 : file, 'utf8'));
}

function toBlock(quads: readonly Quad[], base: string): string {
  if (quads.length === 0) return '';
  const text = serialise(quads, 'trig', { prefixes: instancePrefixes(base) });
  return text.slice(text.indexOf('GRAPH '));
}
