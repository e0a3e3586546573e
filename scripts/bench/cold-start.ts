import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process, { env, execPath } from 'node:process';
import { median } from './run-turns.ts';

const ROUNDS = 15;

/** Milliseconds of one process: by the clock, and of the processor. */
interface Cost {
  readonly clock: number;
  readonly processor: number;
}

/** A command that is measured; `round` lets it ask what was never asked before. */
interface Contender {
  readonly name: string;
  readonly parameters: (round: number) => readonly string[];
}

/** Questions that a cold process is asked; the name of a variable makes a text that nobody has parsed yet. */
const newText = (round: number | 'first'): string =>
  `SELECT ?claim ?holder${process.pid}x${round} { ?claim <https://w3id.org/demarche/ontology#holder> ?holder${process.pid}x${round} } LIMIT 20`;
const engineText = (round: number | 'first'): string =>
  newText(round).replace(' ?holder', ' (MD5(STR(?claim)) AS ?key) ?holder');

/**
 * Measures what a process takes from its start to its end for one query over a small N-Triples file, in turns:
 * `demarche query` against `comunica-sparql-file`, where that is installed.
 */
export function benchColdStart(
  file: string,
  comunicaFile: string | undefined,
  print: (line: string) => void,
): void {
  const demarche = (text: string): readonly string[] => [
    path.join('bin', 'demarche.js'),
    'query',
    '--graph',
    file,
    '--execute',
    text,
  ];
  const contenders: readonly Contender[] = [
    { name: 'node -e 0', parameters: () => ['-e', '0'] },
    { name: 'new text', parameters: (round) => demarche(newText(round)) },
    { name: 'same text', parameters: () => demarche(newText('first')) },
    { name: 'by the engine', parameters: (round) => demarche(engineText(round)) },
    ...(comunicaFile === undefined
      ? []
      : [{ name: 'comunica', parameters: (round: number) => [comunicaFile, file, newText(round)] }]),
  ];
  const cache = mkdtempSync(path.join(tmpdir(), 'demarche-bench-cache-'));
  const first = run(demarche(engineText('first')), cache);
  const costs = new Map<string, Cost[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, parameters } of contenders) costs.get(name)?.push(run(parameters(round), cache));
  }
  print(`\ncold start over ${file}, milliseconds (very first run ever: ${first.clock.toFixed(0)})`);
  print(
    `${''.padEnd(16)}${['clock, least', 'median', 'processor, least'].map((head) => head.padStart(18)).join('')}   ÷ comunica`,
  );
  const least = (name: string, part: keyof Cost): number =>
    Math.min(...(costs.get(name) ?? []).map((cost) => cost[part]));
  for (const { name } of contenders) {
    const figures = [
      least(name, 'clock'),
      median((costs.get(name) ?? []).map(({ clock }) => clock)),
      least(name, 'processor'),
    ];
    const ratio = least(name, 'processor') / least('comunica', 'processor');
    print(
      `${name.padEnd(16)}${figures.map((figure) => figure.toFixed(0).padStart(18)).join('')}   ${Number.isFinite(ratio) && ratio > 0 ? ratio.toFixed(2) : '–'}`,
    );
  }
  if (comunicaFile === undefined) {
    print(
      'comunica-sparql-file was not measured: npm install --prefix /tmp/peer @comunica/query-sparql-file@4.5.0, then --comunica-file /tmp/peer/node_modules/.bin/comunica-sparql-file (4.5 is the newest that runs on Node 20)',
    );
  }
}

/** Tells at its end what the process took of the processor. */
const REPORT_TIME = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1000)); });",
)}`;

/** One process; an error where it fails, for a failure is quick. */
export function run(parameters: readonly string[], cache: string): Cost {
  const before = performance.now();
  const { status, stderr, output } = spawnSync(execPath, ['--import', REPORT_TIME, ...parameters], {
    env: { ...env, XDG_CACHE_HOME: cache },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1e9,
  });
  const clock = performance.now() - before;
  if (status !== 0) throw new Error(`${parameters.join(' ')}: ${stderr}`);
  return { clock, processor: Number(output[3]) };
}
