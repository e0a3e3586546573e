// Measures how long an export takes and how much memory and disk it needs, for a real graph multiplied to a number of
// claims. It works in the folder for temporary files (TMPDIR) and refuses where that has too little room.
// npx tsc -p tsconfig.scripts.json && node .build/scripts/bench-export.js [CLAIMS …]   (10000 unless told)
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argv, execPath, stderr, stdout } from 'node:process';
import { multiplyGraph } from './bench/multiply-graph.ts';
import { watchProcess } from './bench/watch-process.ts';

const MEGABYTE = 1_000_000;
/** Bytes of a dataset for each byte of its graph, with what lies beside it while it is written. */
const ROOM = 9;

function sizeBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(folder, file)))
    .reduce((sum, status) => sum + (status.isFile() ? status.size : 0), 0);
}

function inGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** Whether a folder has room for a graph of so many claims and its dataset; says so where not. */
function hasRoom(seed: string, claims: number, folder: string): boolean {
  const ofSeed = readFileSync(seed, 'utf8').split('a dip:Claim').length - 1;
  const needed = (statSync(seed).size / ofSeed) * claims * (1 + ROOM);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= needed) return true;
  stderr.write(
    `${claims.toLocaleString('en')} claims need about ${inGigabytes(needed)}; ${folder} has ${inGigabytes(free)}. Name fewer claims, or a larger disk with TMPDIR.\n`,
  );
  return false;
}

async function benchExport(claims: number, folder: string): Promise<void> {
  const seed = path.join(folder, 'seed.trig');
  spawnSync(execPath, ['bin/demarche.js', 'build', 'data/articles', '-o', seed], { stdio: 'ignore' });
  if (!hasRoom(seed, claims, folder)) {
    process.exitCode = 1;
    return;
  }
  const graph = path.join(folder, `claims-${claims}.trig`);
  const written = await multiplyGraph(seed, claims, graph);
  const output = path.join(folder, 'dataset');
  const start = performance.now();
  const child = spawn(execPath, ['bin/demarche.js', 'export', 'dataset', '-o', output, '--graph', graph], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { processorTime, memory } = await watchProcess(child);
  const seconds = (performance.now() - start) / 1000;
  stdout.write(
    `export of ${written.toLocaleString('en')} claims (${Math.round(statSync(graph).size / MEGABYTE)} MB of TriG): ${seconds.toFixed(0)} s, ${processorTime.toFixed(0)} s of processor time, peak memory ${Math.round(memory / MEGABYTE)} MB, exit code ${child.exitCode ?? '?'}\n`,
  );
  if (child.exitCode === 0) stdout.write(`the dataset has ${inGigabytes(sizeBelow(output))}\n`);
  rmSync(output, { recursive: true, force: true });
  rmSync(graph);
}

mkdirSync(tmpdir(), { recursive: true });
const folder = mkdtempSync(path.join(tmpdir(), 'demarche-bench-export-'));
const sizes = argv.slice(2).map(Number);
try {
  for (const claims of sizes.length > 0 ? sizes : [10_000]) await benchExport(claims, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
