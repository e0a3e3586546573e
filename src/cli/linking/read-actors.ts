import type { Quad } from '@rdfjs/types';
import { encodeArticle } from '../../graph/encode-article.ts';
import { readClaims } from '../../pipeline.ts';
import { formatOfFile } from '../../rdf/rdf-format.ts';
import { loadResources } from '../../resources.ts';
import { formatDiagnostics, readInputs } from '../read-inputs.ts';
import { readQuads } from '../read-quads.ts';
import { toResourceOptions } from '../resource-options.ts';
import type { ResourceFlags } from '../resource-options.ts';
import type { Terminal } from '../terminal.ts';

function isGraph(input: string): boolean {
  return formatOfFile(input) !== undefined;
}

/** The quads of graphs as they are, and of articles as a build would write them. */
export async function readActors(
  inputs: readonly string[],
  flags: ResourceFlags,
  terminal: Terminal,
): Promise<readonly Quad[]> {
  const graphs = await Promise.all(inputs.filter(isGraph).map(readQuads));
  const articles = inputs.filter((input) => !isGraph(input));
  if (articles.length === 0) return graphs.flat();
  const resources = await loadResources(toResourceOptions(flags));
  const read = await readInputs(articles, resources.outlets, terminal, flags.encoding);
  for (const line of formatDiagnostics(read.diagnostics, terminal)) terminal.report(line);
  if (read.diagnostics.some(({ severity }) => severity === 'error')) terminal.exitWith(1);
  const issues = new Map(resources.positions.issues.map((issue) => [issue.id, issue]));
  const encoded = read.articles.map((article) => encodeArticle(readClaims(article, resources), { issues }));
  return [...graphs.flat(), ...encoded.flat()];
}
