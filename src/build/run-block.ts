import { encodeRun, runIri } from '../graph/encode-run.ts';
import type { RunConfiguration } from '../graph/encode-run.ts';
import type { Issue } from '../model/issue.ts';
import { instancePrefixes } from '../rdf/iris.ts';
import { serialise } from '../rdf/serialise.ts';

/** The run as its IRI and its graph, the graph as a block of a graph file. */
export interface RunBlock {
  readonly iri: string;
  readonly trig: string;
}

/** Describes the run that a build is: software, resources and issues. The same configuration is the same block. */
export function describeRunBlock(configuration: RunConfiguration, issues: readonly Issue[]): RunBlock {
  const trig = serialise(encodeRun(configuration, issues), 'trig', {
    prefixes: instancePrefixes(configuration.base),
  });
  return { iri: runIri(configuration).value, trig: trig.slice(trig.indexOf('GRAPH ')) };
}
