import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { compareEvaluations } from '../../evaluate/compare-evaluations.ts';
import { countConfusions } from '../../evaluate/count-confusions.ts';
import { evaluateClaims, pairDocuments } from '../../evaluate/evaluate-claims.ts';
import { GROUPINGS, groupClaims } from '../../evaluate/group-claims.ts';
import type { Grouping } from '../../evaluate/group-claims.ts';
import { listErrors } from '../../evaluate/list-errors.ts';
import { InputError } from '../../model/input-error.ts';
import { EXTRACTORS, loadResources } from '../../resources.ts';
import type { ExtractorName, ResourceOptions } from '../../resources.ts';
import { formatComparison, formatConfusions } from '../evaluation/format-comparison.ts';
import {
  formatDocuments,
  formatError,
  formatEvaluation,
  formatGroups,
} from '../evaluation/format-evaluation.ts';
import { makePredictions } from '../evaluation/make-predictions.ts';
import type { Predictions } from '../evaluation/make-predictions.ts';
import { NOISES } from '../evaluation/noisy-gold.ts';
import type { Noise } from '../evaluation/noisy-gold.ts';
import { readGold } from '../evaluation/read-gold.ts';
import { formatTreebank, isTreebank, scoreTreebank } from '../evaluation/score-treebanks.ts';
import type { TreebankEvaluation } from '../evaluation/score-treebanks.ts';
import { addResourceOptions, toResourceOptions } from '../resource-options.ts';
import type { ResourceFlags } from '../resource-options.ts';
import { tableWidth } from '../table-width.ts';
import type { Terminal } from '../terminal.ts';

interface EvalFlags extends Omit<ResourceFlags, 'extractor'> {
  readonly extractor?: readonly ExtractorName[];
  readonly predictions?: readonly string[];
  readonly noise?: readonly Noise[];
  readonly texts?: readonly string[];
  readonly by?: readonly Grouping[];
  readonly errors?: boolean;
  readonly docs?: boolean;
  readonly json?: boolean;
}

/** Reads a list such as “rules,merge”, each of its names once. */
function listOf<Name extends string>(allowed: readonly Name[]): (value: string) => readonly Name[] {
  return (value) => [
    ...new Set(
      value.split(',').map((word) => {
        const name = allowed.find((one) => one === word.trim());
        if (name === undefined) {
          throw new InvalidArgumentError(
            `"${word}" is none of ${allowed.join(', ')}; a comma parts several.`,
          );
        }
        return name;
      }),
    ),
  ];
}

/** Lets `--extractor`, which elsewhere names one, name several. */
function takeSeveralExtractors(command: Command): Command {
  const option = command.options.find(({ long }) => long === '--extractor');
  if (option === undefined) return command;
  delete option.argChoices;
  option.description = `whose claims are scored, of ${EXTRACTORS.join(', ')}; with commas several, compared with the first (default: merge)`;
  option.argParser(listOf(EXTRACTORS)).default(undefined);
  return command.setOptionValue('extractor', undefined);
}

/** Everything that is known of one set of predictions. */
function describePredictions({ name, gold, predictions }: Predictions, by: readonly Grouping[]) {
  const evaluation = evaluateClaims(gold.documents, predictions);
  const paired = pairDocuments(gold.documents, predictions);
  const texts = new Map([...gold.articles].map(([id, { text }]) => [id, text]));
  return {
    name,
    ...evaluation,
    groups: by.map((value) => ({ by: value, groups: groupClaims(paired, value, texts) })),
    confusions: countConfusions(evaluation.documents),
    errors: listErrors(paired, texts),
  };
}

type Description = ReturnType<typeof describePredictions>;

function formatDescription(description: Description, flags: EvalFlags, width: number): readonly string[] {
  const { documents, groups, confusions, errors } = description;
  const count = (kind: (typeof errors)[number]['kind']): number =>
    errors.filter((error) => error.kind === kind).length;
  const other = description.isBare ? 'with another source or cue' : 'with another holder';
  return [
    `── ${description.name}\n`,
    formatEvaluation(description, width),
    `missed ${count('missed')}, invented ${count('invented')}, found ${other} ${count('other-holder') + count('other-source')}${flags.errors === true ? '' : ' (--errors lists them)'}\n`,
    ...(flags.docs === true ? [formatDocuments(documents, width)] : []),
    ...groups.map((grouped) => formatGroups(grouped.by, grouped.groups, width)),
    ...(flags.errors === true && confusions.length > 0 ? [formatConfusions(confusions, width)] : []),
    ...(flags.errors === true ? errors.map(formatError) : []),
  ];
}

/** The claims of gold files beside those of each extractor and file of predictions. */
async function evaluateClaimFiles(
  files: readonly string[],
  flags: EvalFlags,
  resources: ResourceOptions,
  terminal: Terminal,
): Promise<readonly Description[]> {
  const gold = await readGold(files, flags.texts, terminal, flags.encoding);
  const extractors = flags.extractor ?? (flags.predictions === undefined ? ['merge' as const] : []);
  const sets = await makePredictions(
    gold,
    { extractors, files: flags.predictions ?? [], noises: flags.noise ?? [], resources },
    terminal,
  );
  return sets.map((set) => describePredictions(set, flags.by ?? []));
}

async function evaluateTreebanks(
  files: readonly string[],
  resources: ResourceOptions,
  terminal: Terminal,
): Promise<readonly TreebankEvaluation[]> {
  if (files.length === 0) return [];
  const { language } = await loadResources({ ...resources, extractor: 'rules' });
  const scores = [];
  for (const file of files) {
    terminal.progress(`reading ${file}`);
    scores.push(await scoreTreebank(file, language));
  }
  return scores;
}

async function evaluate(files: readonly string[], flags: EvalFlags, terminal: Terminal): Promise<void> {
  if (files.every(isTreebank) && (flags.predictions !== undefined || flags.noise !== undefined)) {
    throw new InputError(
      files.join(' '),
      'treebanks have no claims for --predictions, nor texts for --noise',
    );
  }
  const resources = toResourceOptions({ ...flags, extractor: 'merge' });
  const treebanks = await evaluateTreebanks(files.filter(isTreebank), resources, terminal);
  const golds = files.filter((file) => !isTreebank(file));
  const descriptions = golds.length === 0 ? [] : await evaluateClaimFiles(golds, flags, resources, terminal);
  const [first, ...others] = descriptions;
  const comparisons = others.flatMap((second) =>
    first === undefined
      ? []
      : [{ first: first.name, second: second.name, measures: compareEvaluations(first, second) }],
  );

  for (const { name, warnings } of descriptions) {
    for (const warning of warnings) terminal.report(`warning: ${name}: ${warning}`);
  }
  if (flags.json === true) {
    const evaluations = descriptions.map(({ documents, ...rest }) => ({
      ...rest,
      documents: documents.map(({ id, gold, predicted, attribution, content, full }) => ({
        id,
        gold,
        predicted,
        attribution,
        content,
        full,
      })),
    }));
    terminal.write(`${JSON.stringify({ evaluations, comparisons, treebanks }, undefined, 2)}\n`);
    return;
  }
  const width = tableWidth(terminal);
  const parts = [
    ...treebanks.map((score) => formatTreebank(score, width)),
    ...descriptions.flatMap((description) => formatDescription(description, flags, width)),
    ...comparisons.map(({ measures, ...names }) => formatComparison(measures, names, width)),
  ];
  terminal.write(parts.join('\n'));
}

/** `demarche eval`: compares predicted claims with gold ones. */
export function configure(command: Command, terminal: Terminal): void {
  takeSeveralExtractors(addResourceOptions(command))
    .argument(
      '<gold...>',
      'gold claims in JSON Lines, one article a line, or treebanks in CoNLL-U; also packed (.gz)',
    )
    .option(
      '-p, --predictions <file...>',
      'claims to score, as extract --format jsonl prints them, instead of those found now or beside them',
    )
    .option(
      '--noise <kinds>',
      `score noisy texts beside clean ones: ${NOISES.join(', ')}, or several`,
      listOf(NOISES),
    )
    .option('--texts <path...>', 'the gold articles’ texts, by default the folder texts beside the gold file')
    .option('--by <values>', `also count by ${GROUPINGS.join(', ')}, or several`, listOf(GROUPINGS))
    .option('--docs', 'also count by article')
    .option('--errors', 'also list what was missed, invented or given to another holder, with the sentences')
    .option('--json', 'print everything as JSON')
    .addHelpText(
      'after',
      `
Examples:
  demarche eval gold.jsonl
  demarche eval 2023.jsonl 2024.jsonl --extractor rules,merge --by kind,cue
  demarche eval gold.jsonl --predictions old.jsonl new.jsonl --errors
  demarche eval gold.jsonl --predictions old.jsonl --extractor merge
  demarche eval gold.jsonl --noise names,quotes
  demarche eval attributions.jsonl.gz en_ewt-test.conllu.gz --json

Claims match when their contents share at least half of their characters (Dice) and the holder is the same: by Wikidata
item, or because the predicted label is one of the gold names. An attribution is right when the contents match so and
source and cue overlap. Gold of attributions alone ({"id", "text", "gold": [{"source", "cue", "content"}]}) is scored
without holders. Two sets of claims are compared by paired bootstrap over the articles.`,
    )
    .action((files: readonly string[], flags: EvalFlags) => evaluate(files, flags, terminal));
}
