// Compares the columnar store with Comunica over N3.Store and with Oxigraph on random graphs and queries.
// npx tsc -p tsconfig.scripts.json && node .build/scripts/fuzz-query.js [COUNT] [SEED] [quads]
import { argv, stdout } from 'node:process';
import * as fc from 'fast-check';
import { Writer } from 'n3';
import { compareAnswers } from '../test/store/differential/compare-answers.ts';
import { randomGraph } from '../test/store/differential/random-graph.ts';
import { randomQuery } from '../test/store/differential/random-query.ts';

const [count = 1000, seed = 1] = argv.slice(2, 4).map(Number);
const showsQuads = argv[4];
/** Verdicts that somebody must look into. */
const SHOWN = new Set(['DIFFERENT', 'three answers']);
const samples = fc.sample(fc.tuple(randomGraph, randomQuery, fc.constantFrom('union', 'strict')), {
  numRuns: count,
  seed,
});
const tally = new Map<string, number>();
const note = (key: string): void => {
  tally.set(key, (tally.get(key) ?? 0) + 1);
};
for (const [quads, query, mode] of samples) {
  const { verdict, answers } = await compareAnswers(quads, query, mode);
  note(verdict);
  note(answers['isTaken'] === 'true' ? 'taken whole' : 'taken in part');
  if (answers['oxigraph'] !== '') note('with solutions');
  if (verdict === 'the references differ')
    note(`  with ${answers['alone'] === answers['oxigraph'] ? 'Oxigraph' : 'Comunica'}`);
  if (!SHOWN.has(verdict) && (verdict === 'same' || showsQuads !== 'all')) continue;
  stdout.write(`\n${mode} ${query.text}\n`);
  if (showsQuads === 'quads') stdout.write(new Writer({ format: 'N-Quads' }).quadsToString([...quads]));
  for (const [name, answer] of Object.entries(answers)) stdout.write(`--- ${name}\n${answer}\n`);
}
for (const [key, times] of tally) stdout.write(`${key}: ${times}\n`);
