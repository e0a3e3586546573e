/**
 * Measures loading, reading, memory and jobs: `node … [--texts FOLDER] [--rounds N] [--without-jobs]`. The texts are
 * those of `data/articles`, or any folder of `.txt` files. Times are processor time where a busy machine would
 * distort them. A peer, `compromise`, is measured in the same run when it is installed
 * (`npm install --no-save compromise@14.17.0`).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readAttributionModels } from '../src/extract/models/attribution-models.ts';
import { createMergeExtractor } from '../src/extract/models/merge-extractor.ts';
import { createModelExtractor } from '../src/extract/models/model-extractor.ts';
import { annotateText } from '../src/text/annotate-text.ts';
import { readAttributionSetting, readLanguageFolder } from './attribution-inputs.ts';

const { values: flags } = parseArgs({
  options: {
    texts: { type: 'string', default: path.join('data', 'articles') },
    rounds: { type: 'string', default: '5' },
    'without-jobs': { type: 'boolean', default: false },
  },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Seconds of processor time that the work takes, and its result. */
function measure<Result>(work: () => Result): { readonly seconds: number; readonly result: Result } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

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
  `models and lists loaded in ${((performance.now() - wallBefore) / 1000).toFixed(2)} s (${loading.seconds.toFixed(2)} s of processor time)`,
);

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
print(`best: ${Math.round(ownSpeed)} tokens/s of processor time over ${best.tokens} tokens`);
print(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);

await measurePeer();
if (!flags['without-jobs']) measureJobs();

/** compromise tags words and finds names; it has no parse and no attributions. */
async function measurePeer(): Promise<void> {
  const name = 'compromise';
  let peer: unknown;
  try {
    const module: unknown = await import(name);
    peer = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  } catch {
    print('peer: compromise is not installed');
    return;
  }
  if (typeof peer !== 'function') return;
  const tag: unknown = peer;
  const run = (): void => {
    for (const text of repeated) if (typeof tag === 'function') Reflect.apply(tag, undefined, [text]);
  };
  run();
  const { seconds } = measure(run);
  const speed = best.tokens / seconds;
  print(
    `peer: compromise tags ${Math.round(speed)} tokens/s; ours reads ${(ownSpeed / speed).toFixed(1)} times as fast`,
  );
}

/** Builds a graph of many articles with one job and with two, each in a process of its own. */
function measureJobs(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'demarche-bench-'));
  try {
    mkdirSync(path.join(folder, 'articles'));
    for (let copy = 0; copy < 120; copy += 1) {
      const text = texts[copy % texts.length] ?? '';
      writeFileSync(path.join(folder, 'articles', `${copy}.txt`), `${text}\n\nEdition ${copy}.\n`);
    }
    const [one, two] = [1, 2].map((jobs) => {
      const start = performance.now();
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          'bin/demarche.js',
          'build',
          path.join(folder, 'articles'),
          '-o',
          path.join(folder, `${jobs}.trig`),
          '--jobs',
          String(jobs),
        ],
        { encoding: 'utf8' },
      );
      if (status !== 0) print(`build with ${jobs} jobs failed: ${stderr}`);
      return (performance.now() - start) / 1000;
    });
    if (one === undefined || two === undefined) return;
    print(
      `build of 120 articles: one job ${one.toFixed(1)} s, two jobs ${two.toFixed(1)} s, ratio ${(one / two).toFixed(2)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
