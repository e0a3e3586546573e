// Measures the columnar store against Comunica over N3.Store and Oxigraph, in turns, each in a process of its own:
// npm run build && npm run scripts && node .build/scripts/bench-query.js [QUADS …] [--quads N] [--texts FOLDER | --graph FILE] [--comunica-file PATH]
// Generated graphs of 10000, 100000 and 1000000 quads unless told, then the graph of real articles (data/articles unless
// told), then what a process takes from its start to its end. Each part can be left out: --without generated,real,cold
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execPath, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { BENCH_QUERIES } from './bench/bench-queries.ts';
import { benchColdStart, run } from './bench/cold-start.ts';
import { generateClaims } from './bench/generate-claims.ts';
import { buildRealGraph, REAL_QUERIES, withoutTripleTerms } from './bench/real-graph.ts';
import { runTurns } from './bench/run-turns.ts';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quads: { type: 'string', multiple: true, default: [] },
    texts: { type: 'string', default: path.join('data', 'articles') },
    graph: { type: 'string' },
    'comunica-file': { type: 'string' },
    without: { type: 'string', default: '' },
  },
});
const isWanted = (part: string): boolean => !flags.without.split(',').includes(part);
const print = (line: string): void => {
  stdout.write(`${line}\n`);
};
const folder = path.join(tmpdir(), 'demarche-bench');
mkdirSync(folder, { recursive: true });

async function benchGenerated(quads: number): Promise<void> {
  const file = path.join(folder, `claims-${quads}.nt`);
  if (!existsSync(file)) await generateClaims(Math.round((quads - 1500) / 8), file);
  print(`\n${quads.toLocaleString('en')} quads`);
  await runTurns(file, BENCH_QUERIES, print);
  if (quads >= 1_000_000) benchOpening(file);
}

/** What `demarche query` takes over a large graph with an index beside it, against counting the bytes of that graph. */
function benchOpening(file: string): void {
  spawnSync(execPath, [path.join('bin', 'demarche.js'), 'index', file], { stdio: 'ignore' });
  const query = 'SELECT (COUNT(*) AS ?n) { ?c <https://w3id.org/d#stance> <https://w3id.org/d#rejects> }';
  const command = [path.join('bin', 'demarche.js'), 'query', '-g', file, '-e', query];
  const costs = Array.from({ length: 4 }, () => run(command, path.join(folder, 'cache'))).slice(1);
  print(
    `demarche query over the file and its index, from start to end: ${Math.min(...costs.map(({ clock }) => clock)).toFixed(0)} ms (least of three)`,
  );
}

const sizes = [...positionals, ...flags.quads].map(Number);
if (isWanted('generated')) {
  for (const quads of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) await benchGenerated(quads);
}
if (isWanted('real') || isWanted('cold')) {
  const real =
    flags.graph === undefined ? buildRealGraph(flags.texts, folder) : withoutTripleTerms(flags.graph, folder);
  if (isWanted('real')) {
    print(`\nthe graph of ${flags.graph ?? flags.texts}`);
    await runTurns(real, REAL_QUERIES, print);
  }
  if (isWanted('cold')) benchColdStart(real, flags['comunica-file'], print);
}
