// Measures how long an export takes and how much memory it needs, for a real graph multiplied to a number of claims.
// npx tsc -p tsconfig.scripts.json && node .build/scripts/bench-export.js [CLAIMS …]   (10000 unless told; 1000000 takes hours)
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argv, execPath, stdout } from 'node:process';
import { multiplyGraph } from './bench/multiply-graph.ts';

const MEGABYTE = 1_000_000;
/** Milliseconds between two looks at a process's memory. */
const LOOK = 200;

/** The most memory that a process of Linux has had, in bytes; undefined elsewhere and when it has ended. */
function peakMemory(processId: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

async function benchExport(claims: number, folder: string): Promise<void> {
  const seed = path.join(folder, 'seed.trig');
  if (!existsSync(seed)) {
    spawnSync(execPath, ['bin/demarche.js', 'build', 'data/articles', '-o', seed], { stdio: 'inherit' });
  }
  const graph = path.join(folder, `claims-${claims}.trig`);
  const written = await multiplyGraph(seed, claims, graph);
  const output = path.join(folder, 'dataset');
  const start = performance.now();
  const child = spawn(execPath, ['bin/demarche.js', 'export', 'dataset', '-o', output, '--graph', graph], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMemory(child.pid ?? 0) ?? 0);
  }, LOOK);
  await once(child, 'exit');
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  stdout.write(
    `export of ${written.toLocaleString('en')} claims (${Math.round(statSync(graph).size / MEGABYTE)} MB of TriG): ${seconds.toFixed(0)} s, peak memory ${Math.round(peak / MEGABYTE)} MB, exit code ${child.exitCode ?? '?'}\n`,
  );
  rmSync(output, { recursive: true, force: true });
  rmSync(graph);
}

const folder = path.join(tmpdir(), 'demarche-bench-export');
mkdirSync(folder, { recursive: true });
const sizes = argv.slice(2).map(Number);
for (const claims of sizes.length > 0 ? sizes : [10_000]) await benchExport(claims, folder);
