import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { toInputError } from '../../io/file-error.ts';
import { packagePath } from '../../io/package-files.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { InputError } from '../../model/input-error.ts';
import type { Terminal } from '../terminal.ts';
import { CorporaFolder } from '../train/corpora-folder.ts';
import { TRAINERS } from '../train/train-part.ts';
import type { TrainedPart } from '../train/train-part.ts';
import { MODEL_FILES, PART_CORPORA, TRAINING_PARTS } from '../train/training-parts.ts';
import type { TrainingPart } from '../train/training-parts.ts';

interface TrainFlags {
  readonly corpora: string;
  readonly models: string;
  readonly only?: readonly TrainingPart[];
  readonly own?: string;
  readonly articles?: string;
  readonly without?: string;
  readonly foldModels?: string;
}

/** A folder for the models on their way, with those that the target holds already. */
function makeStagingFolder(target: string): string {
  const staging = mkdtempSync(path.join(tmpdir(), 'demarche-train-'));
  for (const name of MODEL_FILES) {
    const file = path.join(target, name);
    if (existsSync(file)) cpSync(file, path.join(staging, name));
  }
  return staging;
}

function makeTargetFolder(target: string): void {
  try {
    mkdirSync(target, { recursive: true });
  } catch (error) {
    throw toInputError(target, error);
  }
}

/** Looks for every corpus before the work begins, and says what is used. */
function reportCorpora(parts: readonly TrainingPart[], corpora: CorporaFolder, terminal: Terminal): void {
  for (const part of parts) {
    const { taught, heldOut } = PART_CORPORA[part];
    for (const corpus of [...taught, ...heldOut]) {
      const use = taught.includes(corpus) ? 'taught from' : 'measured on';
      terminal.report(`${part}: ${use} ${corpus.name} (${corpus.licence}), ${corpora.find(corpus)}`);
    }
  }
}

async function trainTimed(
  part: TrainingPart,
  run: () => Promise<TrainedPart>,
  terminal: Terminal,
): Promise<TrainedPart> {
  const start = terminal.now().getTime();
  const used = process.cpuUsage();
  const trained = await run();
  const seconds = (terminal.now().getTime() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  terminal.report(
    `${part}: done in ${seconds.toFixed(0)} s (${((user + system) / 1e6).toFixed(0)} s of processor time)`,
  );
  return trained;
}

async function train(flags: TrainFlags, terminal: Terminal): Promise<void> {
  const { corpora: folder, models: target, only, ...rest } = flags;
  const parts = TRAINING_PARTS.filter((part) => only === undefined || only.includes(part));
  for (const [option, value] of [
    ['--own', flags.own],
    ['--without', flags.without],
    ['--fold-models', flags.foldModels],
  ]) {
    if (value !== undefined && !parts.includes('attribution')) {
      throw new InputError(`${option} ${value}`, 'is of use to the part attribution only; see --only');
    }
  }
  if (flags.articles !== undefined && flags.own === undefined) {
    throw new InputError(
      `--articles ${flags.articles}`,
      'goes with --own, the annotations of these articles',
    );
  }
  const corpora = new CorporaFolder(folder);
  reportCorpora(parts, corpora, terminal);
  makeTargetFolder(target);
  const staging = makeStagingFolder(target);
  const files = new Map<string, Uint8Array | string>();
  try {
    for (const part of parts) {
      const setting = { ...rest, corpora, models: staging, report: terminal.report };
      const trained = await trainTimed(part, () => TRAINERS[part](setting), terminal);
      for (const [name, content] of trained.files) {
        files.set(name, content);
        writeFileSync(path.join(staging, name), content);
      }
      for (const figure of trained.figures) terminal.write(`${part}: ${figure}\n`);
    }
    // Models that were made for one another replace the old ones together, once all are there.
    for (const [name, content] of files) {
      const file = path.join(target, name);
      await writeAtomically(file, [content]);
      terminal.report(`${file}: ${Buffer.byteLength(content)} bytes`);
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** `demarche train`: makes the models anew from annotated corpora. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .requiredOption('--corpora <folder>', 'the annotated corpora: folders ud, uner and attribution')
    .addOption(
      new Option('--models <folder>', 'where the models are written').default(
        packagePath('data/models'),
        'those of demarche, in data/models',
      ),
    )
    .addOption(
      new Option('--only <part...>', 'train these parts alone; what they build on is taken as it is').choices(
        [...TRAINING_PARTS],
      ),
    )
    .option(
      '--own <file>',
      'articles of your own, annotated in the claims format (JSON Lines), for the attribution models',
    )
    .option(
      '--articles <folder>',
      'their texts as ID.txt, where the lines have no "text"; by default beside the file',
    )
    .option('--without <file>', 'leave out the documents of a file of attribution records, to score on them')
    .option('--fold-models <folder>', 'keep the tagger and parser of the folds here, and take them from here')
    .addHelpText(
      'after',
      `
Parts, in the order of training:
  language      tagger, parser and lemmas
  attribution   who said what: cues and their arguments, stacked on language
  names         persons, organisations and places
  antecedents   what a pronoun refers to

Examples:
  demarche train --corpora corpora --models my-models
  demarche train --corpora corpora --models my --only attribution --own my.jsonl
  demarche build articles/ -o graph.trig --models my-models

An own line: {"id":"a1","text":"Lima said the truce holds.","claims":[{"source":[{"start":0,"end":4}],
"cue":[{"start":5,"end":9}],"content":[{"start":10,"end":25}]}]}, offsets in UTF-16 code units, end-exclusive.
Models and the terms of the corpora: data/README.md. The same corpora give the same bytes.`,
    )
    .action((flags: TrainFlags) => train(flags, terminal));
}
