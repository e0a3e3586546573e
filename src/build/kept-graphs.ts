import { readUserDecisions } from '../graph/user-decisions.ts';
import type { UserDecision } from '../model/user-decision.ts';
import { DEFAULT_BASE, instancePrefixes } from '../rdf/iris.ts';
import { parseRdf } from '../rdf/parse-rdf.ts';
import { serialise } from '../rdf/serialise.ts';
import { INFERRED_GRAPH, RUN_GRAPH } from './assemble-graph-file.ts';
import type { GraphText } from './assemble-graph-file.ts';
import { readGraphBlock } from './graph-file.ts';
import type { GraphFile } from './graph-file.ts';

/** What a build takes over from a graph file as it is: reviews, decisions of persons and whatever users added. */
export interface KeptGraphs {
  readonly graphs: readonly GraphText[];
  /** The decisions of persons, in order of time, by the article's key. */
  readonly decisions: ReadonlyMap<string, readonly UserDecision[]>;
}

/** Graphs that every build makes anew. */
const MADE_ANEW: ReadonlySet<string> = new Set([RUN_GRAPH, INFERRED_GRAPH]);

/** Reads the graphs that no article made; those written under other prefixes are written anew. */
export async function readKeptGraphs(
  { prefixes, blocks }: GraphFile,
  header: string,
  base: string = DEFAULT_BASE,
): Promise<KeptGraphs> {
  const graphs: GraphText[] = [];
  const decisions = new Map<string, UserDecision[]>();
  for (const block of blocks) {
    if (block.fingerprint !== undefined || MADE_ANEW.has(block.graph)) continue;
    const text = await readGraphBlock(block);
    const quads = await parseRdf(prefixes + text, { format: 'trig', where: block.file });
    const written =
      prefixes === header ? text : serialise(quads, 'trig', { prefixes: instancePrefixes(base) });
    const body = written.slice(written.indexOf('GRAPH '));
    graphs.push({ graph: /^GRAPH (\S+)/u.exec(body)?.[1] ?? block.graph, text: body });
    for (const decision of readUserDecisions(quads, base)) {
      const known = decisions.get(decision.article);
      if (known === undefined) decisions.set(decision.article, [decision]);
      else known.push(decision);
    }
  }
  return { graphs, decisions };
}
