/**
 * Measures loading, reading, memory, long and odd texts and jobs: `node … [--texts FOLDER] [--rounds N] [--articles N]
 * [--without-jobs] [--without-lengths]`. The texts are those of `data/articles`, or any folder of `.txt` files. Times
 * are processor time where a busy machine would distort them. What is aimed at stands beside what is measured. A peer,
 * `compromise`, is no dependency and measured only where it is installed (`npm install --no-save compromise@14.17.0`).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readAttributionModels } from '../src/extract/models/attribution-models.ts';
import { createMergeExtractor } from '../src/extract/models/merge-extractor.ts';
import { createModelExtractor } from '../src/extract/models/model-extractor.ts';
import { annotateText } from '../src/text/annotate-text.ts';
import { readAttributionSetting, readLanguageFolder } from './attribution-inputs.ts';
import { measureLengths, measureOddTexts } from './bench/measure-lengths.ts';
import { measure } from './bench/processor-time.ts';

const { values: flags } = parseArgs({
  options: {
    texts: { type: 'string', default: path.join('data', 'articles') },
    rounds: { type: 'string', default: '5' },
    articles: { type: 'string', default: '240' },
    'without-jobs': { type: 'boolean', default: false },
    'without-lengths': { type: 'boolean', default: false },
  },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const wallBefore = performance.now();
const loading = measure(() => {
  const language = readLanguageFolder(path.join('data', 'models'));
  const { rules, lexicons } = readAttributionSetting();
  const files = readAttributionModels((name) => readFileSync(path.join('data', 'models', name)));
  const models = createModelExtractor(files, rules, lexicons);
  return { language, rules, models, merge: createMergeExtractor(rules, models) };
});
const { language, rules, models, merge } = loading.result;
print(
  `models and lists loaded in ${((performance.now() - wallBefore) / 1000).toFixed(2)} s (${loading.seconds.toFixed(2)} s of processor time; aim: at most 0.35)`,
);

const weights = readdirSync(path.join('data', 'models'))
  .map((name) => statSync(path.join('data', 'models', name)).size)
  .reduce((sum, size) => sum + size, 0);
print(`weights: ${(weights / 1e6).toFixed(1)} MB (aim: at most 12)`);

const texts = readdirSync(flags.texts)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(path.join(flags.texts, name), 'utf8'));
/** Few texts are read several times over: a program that runs for a hundredth of a second is still being compiled. */
const ENOUGH_CHARACTERS = 150_000;
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const repeated = Array.from(
  { length: Math.max(1, Math.ceil(ENOUGH_CHARACTERS / characters)) },
  () => texts,
).flat();
const articles = repeated.map((text, index) => ({
  id: `bench-${index}`,
  text,
  sha256: '',
  metadata: [],
  origin: 'bench',
}));

interface Stages {
  readonly annotation: number;
  readonly rules: number;
  readonly models: number;
  readonly merge: number;
  readonly tokens: number;
}

function readOnce(): Stages {
  const annotated = measure(() => articles.map((article) => annotateText(article, language)));
  const ruled = measure(() => annotated.result.map((text) => rules.extract(text)));
  const read = measure(() =>
    annotated.result.map((text, index) => models.readBeside(text, ruled.result[index] ?? [])),
  );
  const merged = measure(() => annotated.result.map((text) => merge.extract(text)));
  return {
    annotation: annotated.seconds,
    rules: ruled.seconds,
    models: read.seconds,
    merge: Math.max(0, merged.seconds - ruled.seconds - read.seconds),
    tokens: annotated.result.reduce((sum, { tokens }) => sum + tokens.length, 0),
  };
}

const rounds = Array.from({ length: Number(flags.rounds) }, readOnce);
const totalOf = (stages: Stages): number => stages.annotation + stages.rules + stages.models + stages.merge;
for (const [round, stages] of rounds.entries()) {
  const parts = (['annotation', 'rules', 'models', 'merge'] as const).map(
    (name) => `${name} ${((1e6 * stages[name]) / stages.tokens).toFixed(1)}`,
  );
  print(
    `round ${round + 1}: ${Math.round(stages.tokens / totalOf(stages))} tokens/s from text to attributions (µs a token: ${parts.join(', ')})`,
  );
}
const best = rounds.reduce((one, other) =>
  totalOf(other) / other.tokens < totalOf(one) / one.tokens ? other : one,
);
const ownSpeed = best.tokens / totalOf(best);
print(
  `best: ${Math.round(ownSpeed)} tokens/s of processor time over ${best.tokens} tokens (aim: at least 20000)`,
);
print(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (aim: at most 300)`);

await measurePeer();
if (!flags['without-lengths']) {
  await measureLengths(texts, print);
  await measureOddTexts(print);
}
if (!flags['without-jobs']) measureJobs();

/** What is used of compromise: a text’s tags, and the names in it. */
type Peer = (text: string) => { readonly topics: () => { readonly out: (kind: 'array') => unknown } };

function isPeer(value: unknown): value is Peer {
  return typeof value === 'function';
}

/** compromise tags words and finds names; it has no parse and no attributions. */
async function measurePeer(): Promise<void> {
  const name = 'compromise';
  let peer: unknown;
  try {
    const module: unknown = await import(name);
    peer = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  } catch {
    print('peer: LEFT OUT, compromise is not installed (npm install --no-save compromise@14.17.0)');
    return;
  }
  if (!isPeer(peer)) return;
  const read = peer;
  for (const [task, run] of [
    ['tags', (text: string): unknown => read(text)],
    ['tags and names', (text: string): unknown => read(text).topics().out('array')],
  ] as const) {
    for (const text of texts) run(text);
    const { seconds } = measure(() => repeated.forEach(run));
    const speed = best.tokens / seconds;
    print(
      `peer: compromise, ${task}: ${Math.round(speed)} tokens/s; ours, with trees and attributions: ${(ownSpeed / speed).toFixed(1)} times that`,
    );
  }
}

/** Turns of one job and two; the least time of each counts, for other programs only ever add to it. */
const JOB_TURNS = 3;

/** Seconds from the start to the end of a build in a process of its own; undefined where it failed. */
function timeBuild(folder: string, jobs: number): number | undefined {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      'bin/demarche.js',
      'build',
      path.join(folder, 'articles'),
      '-o',
      path.join(folder, `${jobs}.trig`),
      '--fresh',
      '--jobs',
      String(jobs),
    ],
    { encoding: 'utf8' },
  );
  if (status === 0) return (performance.now() - start) / 1000;
  print(`build with ${jobs} jobs failed: ${stderr}`);
  return undefined;
}

/** Builds a graph of many articles with one job and with two, in turns. */
function measureJobs(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'demarche-bench-'));
  try {
    mkdirSync(path.join(folder, 'articles'));
    const count = Number(flags.articles);
    for (let copy = 0; copy < count; copy += 1) {
      const text = texts[copy % texts.length] ?? '';
      writeFileSync(path.join(folder, 'articles', `${copy}.txt`), `${text}\n\nEdition ${copy}.\n`);
    }
    const turns = Array.from({ length: JOB_TURNS }, () => [1, 2].map((jobs) => timeBuild(folder, jobs)));
    const [one, two] = [0, 1].map((place) => Math.min(...turns.map((turn) => turn[place] ?? Infinity)));
    if (one === undefined || two === undefined) return;
    print(
      `build of ${count} articles: one job ${one.toFixed(1)} s, two jobs ${two.toFixed(1)} s, ratio ${(one / two).toFixed(2)} (least of ${JOB_TURNS} turns; aim: at least 1.7, on two idle cores)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
