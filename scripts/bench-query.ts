// Measures the columnar store against Comunica over N3.Store and Oxigraph, in turns, each in a process of its own.
// npx tsc -p tsconfig.scripts.json && node .build/scripts/bench-query.js [QUADS …]   (10000 100000 1000000 unless told)
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argv, stdout } from 'node:process';
import { BENCH_QUERIES } from './bench/bench-queries.ts';
import { generateClaims } from './bench/generate-claims.ts';

/** All engines compile while they run; the first rounds are not counted where there are enough others. */
const ROUNDS = 18;
const WARMING = 5;
const MINUTE = 60_000;
/** An engine that has worked this long on a query has shown what it can do. */
const ENOUGH = 4000;
const ENGINES = ['store', 'behind', 'oxigraph', 'comunica'] as const;

type Figures = Readonly<Record<string, unknown>>;

/** A message of the child, or undefined when it takes more than `patience` milliseconds. */
function hear(child: ChildProcess, patience: number): Promise<Figures | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(undefined);
    }, patience);
    const settle = (message: unknown): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(typeof message === 'object' && message !== null ? { ...message } : undefined);
    };
    child.once('message', settle);
    child.once('exit', settle);
  });
}

const numberIn = (figures: Figures | undefined, key: string): number => {
  const value = figures?.[key];
  return typeof value === 'number' ? value : Number.NaN;
};
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
const warm = (values: readonly number[]): readonly number[] =>
  values.length > 2 * WARMING ? values.slice(WARMING) : values;
const show = (value: number): string =>
  (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 2 : 0)).padStart(10);
const print = (line: string): void => {
  stdout.write(`${line}\n`);
};

function start(engine: string, file: string): ChildProcess {
  const script = new URL('bench/bench-engine.js', import.meta.url);
  return fork(script, [engine, file], { execArgv: ['--max-old-space-size=6000'] });
}

async function benchGraph(quads: number): Promise<void> {
  const folder = path.join(tmpdir(), 'demarche-bench');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `claims-${quads}.nt`);
  if (!existsSync(file)) await generateClaims(Math.round((quads - 1500) / 8), file);
  print(`\n${quads.toLocaleString('en')} quads`);
  const builder = start('build', file);
  const built = await hear(builder, 10 * MINUTE);
  builder.kill();
  print(
    `build from N-Triples ${show(numberIn(built, 'load') - numberIn(built, 'save'))} ms, peak ${show(numberIn(built, 'peak'))} MB; save ${show(numberIn(built, 'save'))} ms`,
  );

  const children = new Map<string, ChildProcess>();
  for (const engine of ENGINES) {
    const child = start(engine, file);
    const loaded = await hear(child, 10 * MINUTE);
    children.set(engine, child);
    print(
      `${engine.padEnd(10)} open or load ${show(numberIn(loaded, 'load'))} ms, memory ${show(numberIn(loaded, 'memory'))} MB`,
    );
  }
  print(
    `\n${'median ms'.padEnd(12)}${ENGINES.map((engine) => engine.padStart(10)).join('')}   store/oxigraph comunica/store  solutions`,
  );
  const logRatios: number[] = [];
  for (const { name, text } of BENCH_QUERIES) {
    const times = new Map<string, number[]>(ENGINES.map((engine) => [engine, []]));
    const solutions = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [engine, child] of children) {
        // What takes seconds needs no seven rounds.
        if ((times.get(engine) ?? []).reduce((sum, time) => sum + time, 0) > ENOUGH) continue;
        child.send(text);
        const heard = await hear(child, MINUTE);
        if (heard === undefined) {
          print(`${engine} did not answer "${name}" in a minute and is left out from here on`);
          child.kill('SIGKILL');
          children.delete(engine);
          continue;
        }
        if (heard['error'] !== undefined) print(`${engine}: ${JSON.stringify(heard['error'])}`);
        solutions.add(JSON.stringify(heard['solutions']));
        times.get(engine)?.push(numberIn(heard, 'time'));
      }
    }
    const medians = ENGINES.map((engine) => median(warm(times.get(engine) ?? [])));
    const [store = Number.NaN, , other = Number.NaN, comunica = Number.NaN] = medians;
    logRatios.push(Math.log(store / other));
    print(
      `${name.padEnd(12)}${medians.map(show).join('')}   ${(store / other).toFixed(3).padStart(14)} ${(comunica / store).toFixed(1).padStart(14)}  ${[...solutions].join(' ≠ ')}`,
    );
  }
  const mean = Math.exp(logRatios.reduce((sum, one) => sum + one, 0) / logRatios.length);
  print(`geometric mean of store/oxigraph: ${mean.toFixed(3)}`);
  for (const child of children.values()) child.kill();
}

const sizes = argv.slice(2).map(Number);
for (const quads of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) await benchGraph(quads);
