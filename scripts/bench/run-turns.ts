import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';

/** A question of the benchmark. */
export interface BenchQuery {
  readonly name: string;
  readonly text: string;
}

/** All engines compile while they run; the first rounds are not counted where there are enough others. */
const ROUNDS = 18;
const WARMING = 5;
const MINUTE = 60_000;
/** An engine that has worked this long on a query has shown what it can do. */
const ENOUGH = 4000;
const ENGINES = ['store', 'behind', 'oxigraph', 'comunica'] as const;

type Figures = Readonly<Record<string, unknown>>;

/** A message of the child, or undefined when it ends or takes more than `patience` milliseconds. */
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

/** The middle of some numbers. */
export const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

const warm = (values: readonly number[]): readonly number[] =>
  values.length > 2 * WARMING ? values.slice(WARMING) : values;
const show = (value: number): string =>
  (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 2 : 0)).padStart(10);

const showRatio = (ratio: number, digits: number): string =>
  (Number.isNaN(ratio) ? '–' : ratio.toFixed(digits)).padStart(14);

function start(engine: string, file: string): ChildProcess {
  const script = new URL('bench-engine.js', import.meta.url);
  return fork(script, [engine, file], { execArgv: ['--max-old-space-size=6000'] });
}

/** Opens an N-Triples file in every engine and asks them the same in turns; prints what it took. */
export async function runTurns(
  file: string,
  queries: readonly BenchQuery[],
  print: (line: string) => void,
): Promise<void> {
  const builder = start('build', file);
  const built = await hear(builder, 30 * MINUTE);
  builder.kill();
  print(
    `build from N-Triples ${show(numberIn(built, 'load') - numberIn(built, 'save'))} ms, peak ${show(numberIn(built, 'peak'))} MB; save ${show(numberIn(built, 'save'))} ms`,
  );
  const children = new Map<string, ChildProcess>();
  for (const engine of ENGINES) {
    const child = start(engine, file);
    const loaded = await hear(child, 10 * MINUTE);
    if (loaded === undefined) {
      print(`${engine.padEnd(10)} did not load the graph in ten minutes and 6 GB, and is left out`);
      child.kill('SIGKILL');
      continue;
    }
    children.set(engine, child);
    print(
      `${engine.padEnd(10)} open or load ${show(numberIn(loaded, 'load'))} ms, memory ${show(numberIn(loaded, 'memory'))} MB`,
    );
  }
  print(
    `\n${'median ms'.padEnd(12)}${ENGINES.map((engine) => engine.padStart(10)).join('')}   store/oxigraph comunica/store  solutions`,
  );
  const logRatios: number[] = [];
  for (const query of queries) {
    const { medians, solutions } = await askInTurns(children, query, print);
    const [store = Number.NaN, , other = Number.NaN, comunica = Number.NaN] = medians;
    if (!Number.isNaN(store / other)) logRatios.push(Math.log(store / other));
    print(
      `${query.name.padEnd(12)}${medians.map(show).join('')}   ${showRatio(store / other, 3)} ${showRatio(comunica / store, 1)}  ${solutions.join(' ≠ ')}`,
    );
  }
  if (logRatios.length > 0) {
    const mean = Math.exp(logRatios.reduce((sum, one) => sum + one, 0) / logRatios.length);
    print(`geometric mean of store/oxigraph: ${mean.toFixed(3)}`);
  }
  for (const child of children.values()) child.kill();
}

async function askInTurns(
  children: Map<string, ChildProcess>,
  { name, text }: BenchQuery,
  print: (line: string) => void,
): Promise<{ readonly medians: readonly number[]; readonly solutions: readonly string[] }> {
  const times = new Map<string, number[]>(ENGINES.map((engine) => [engine, []]));
  const solutions = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [engine, child] of children) {
      // What takes seconds needs no eighteen rounds.
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
  return {
    medians: ENGINES.map((engine) => median(warm(times.get(engine) ?? []))),
    solutions: [...solutions],
  };
}
