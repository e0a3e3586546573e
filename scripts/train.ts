/**
 * Trains the models of `data/models`: `npm run train -- --corpora FOLDER [--only language|attribution]
 * [--models FOLDER] [--own FILE.jsonl --articles FOLDER]`. Tagger, parser and lemmas come first, since the attribution
 * models are stacked on them. `--own` adds articles of your own, annotated in the claims format.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values: flags } = parseArgs({
  options: {
    corpora: { type: 'string' },
    only: { type: 'string' },
    models: { type: 'string', default: path.join('data', 'models') },
    own: { type: 'string' },
    articles: { type: 'string' },
  },
});

function fail(problem: string): never {
  process.stderr.write(`train: ${problem}\n`);
  process.exit(1);
}

const { corpora, only, models, own, articles } = flags;
if (corpora === undefined)
  fail('lacks --corpora FOLDER, with attribution/*.gold.jsonl.gz and ud/*.conllu.gz');
if (only !== undefined && only !== 'language' && only !== 'attribution') {
  fail(`unknown kind "${only}" of --only; use language or attribution`);
}

const steps = [
  { kind: 'language', script: 'train-language-models', settings: [corpora, models] },
  {
    kind: 'attribution',
    script: 'train-attribution-models',
    settings: [
      '--corpora',
      corpora,
      '--models',
      models,
      ...(own === undefined ? [] : ['--own', own]),
      ...(articles === undefined ? [] : ['--articles', articles]),
    ],
  },
];
for (const { kind, script, settings } of steps) {
  if (only !== undefined && only !== kind) continue;
  const file = path.join(import.meta.dirname, `${script}${path.extname(import.meta.filename)}`);
  // Each in a process of its own: the examples of the second fill two gigabytes.
  const { status } = spawnSync(process.execPath, ['--max-old-space-size=8000', file, ...settings], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
