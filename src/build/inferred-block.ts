import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { DataFiles } from '../data-files.ts';
import { parseChangePhrases } from '../infer/change-phrases.ts';
import type { ChangePhrase } from '../infer/change-phrases.ts';
import { parseInferenceRule } from '../infer/inference-rule.ts';
import type { InferenceRule } from '../infer/inference-rule.ts';
import { inferPositions } from '../infer/infer-positions.ts';
import { joinFacts, readFacts } from '../infer/read-facts.ts';
import type { Facts } from '../infer/read-facts.ts';
import { packagePath } from '../io/package-files.ts';
import { instancePrefixes } from '../rdf/iris.ts';
import { parseRdf } from '../rdf/parse-rdf.ts';
import { serialise } from '../rdf/serialise.ts';
import { dip, rdf } from '../rdf/vocabulary.ts';
import { INFERRED_GRAPH } from './assemble-graph-file.ts';
import { readGraphBlock } from './graph-file.ts';
import type { GraphBlock } from './graph-file.ts';

/** What inference is done with. */
export interface Inference {
  readonly rules: readonly InferenceRule[];
  readonly phrases: readonly ChangePhrase[];
}

/** What was derived. */
export interface InferenceSummary {
  readonly positions: number;
  readonly changes: number;
  readonly conflicts: number;
  readonly agreements: number;
  /** Reports that several articles carry. */
  readonly sharedReports: number;
}

/** The inferred graph as a block of a graph file, and what it holds. */
export interface InferredBlock {
  readonly trig: string;
  readonly summary: InferenceSummary;
}

/** The rules of `ontology/rules/inference` and the phrases of change, as they ship with the package. */
export function loadInference(): Inference {
  const folder = packagePath('ontology/rules/inference');
  const rules = readdirSync(folder)
    .filter((file) => file.endsWith('.rq'))
    .toSorted()
    .map((file) =>
      parseInferenceRule(path.basename(file, '.rq'), readFileSync(path.join(folder, file), 'utf8')),
    );
  const phrases = new DataFiles().text('lexicon/change-phrases.tsv');
  return { rules, phrases: parseChangePhrases(phrases, 'data/lexicon/change-phrases.tsv') };
}

function summarise(quads: readonly Quad[]): InferenceSummary {
  const count = (type: { readonly value: string }): number =>
    quads.filter(({ predicate, object }) => predicate.equals(rdf.type) && object.value === type.value).length;
  return {
    positions: count(dip.Position),
    changes: count(dip.PositionChange),
    conflicts: count(dip.Conflict),
    agreements: count(dip.Agreement),
    sharedReports: count(dip.Report),
  };
}

/** The facts of a block, read from its file. */
async function readBlockFacts(
  block: GraphBlock,
  { header, phrases }: { readonly header: string; readonly phrases: readonly ChangePhrase[] },
): Promise<Facts> {
  const text = header + (await readGraphBlock(block));
  return readFacts(await parseRdf(text, { format: 'trig', where: block.file }), phrases);
}

/** Derives the inferred graph from the blocks of articles in the order of their names; those are read that are not `known`. */
export async function inferFromBlocks(
  blocks: readonly GraphBlock[],
  { rules, phrases }: Inference,
  {
    header,
    base,
    known = new Map(),
  }: {
    readonly header: string;
    readonly base?: string;
    /** The facts of blocks by the names of their graphs. */
    readonly known?: ReadonlyMap<string, Facts>;
  },
): Promise<InferredBlock> {
  const sorted = blocks
    .filter(({ graph }) => graph !== INFERRED_GRAPH)
    .toSorted((left, right) => (left.graph < right.graph ? -1 : 1));
  const facts: Facts[] = [];
  for (const block of sorted) {
    facts.push(known.get(block.graph) ?? (await readBlockFacts(block, { header, phrases })));
  }
  const quads = inferPositions(joinFacts(facts), {
    rules,
    ...(base === undefined ? {} : { base }),
  });
  const trig = serialise(quads, 'trig', { prefixes: instancePrefixes(base) });
  return { trig: trig.slice(trig.indexOf('GRAPH ')), summary: summarise(quads) };
}
