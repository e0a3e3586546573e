import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { ChosenQuery } from '../../ask/choose-query.ts';
import { understandQuestion } from '../../ask/understand-question.ts';
import type { Understanding } from '../../ask/understand-question.ts';
import { packagePath } from '../../io/package-files.ts';
import { InputError } from '../../model/input-error.ts';
import { bindParameters } from '../../query/bind-parameters.ts';
import { runQuery } from '../../query/engine.ts';
import type { QueryResult, Row } from '../../query/engine.ts';
import { readLibraryQuery } from '../../query/library.ts';
import { createNameResolver } from '../../query/name-resolver.ts';
import { RESULT_FORMATS, writeResult } from '../../query/write-result.ts';
import type { ResultFormat } from '../../query/write-result.ts';
import { formatOfFile } from '../../rdf/rdf-format.ts';
import type { ClaimStore } from '../../store/claim-store.ts';
import { loadAskKnowledge } from '../ask-knowledge.ts';
import { explainUnderstanding, hintNearMisses } from '../explain-understanding.ts';
import { openGraphs } from '../open-graphs.ts';
import { tableOfResult } from '../table-of-result.ts';
import { tableWidth } from '../table-width.ts';
import type { Terminal } from '../terminal.ts';

interface AskOptions {
  readonly graph: readonly string[];
  readonly format: ResultFormat | 'table';
}

interface AskRequest {
  readonly question: string;
  readonly graphs: readonly string[];
  readonly format: ResultFormat | 'table';
}

/** `demarche ask`: maps a plain question onto a question of the library and answers it. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .argument('[question...]', 'a question in plain English, in quotation marks')
    .addOption(
      new Option('-g, --graph <file...>', 'claim graphs, united').default(['graph.trig'], 'graph.trig'),
    )
    .addOption(
      new Option('-f, --format <format>', 'how to write the answer')
        .choices(['table', ...RESULT_FORMATS])
        .default('table'),
    )
    .addHelpText(
      'after',
      `
No model and no network: the words of data/lexicon/question-words.tsv and the names of the graph decide.
Every word must be understood; what was made of the question is printed as a "demarche query" before the answer.
Exit code 1: the question is ambiguous, not understood, or none that a graph of claims can answer.

Examples:
  demarche ask "Which actors reject NATO membership?"
  demarche ask "Where does Washington stand on NATO membership?" -f csv
  demarche ask "Who has changed sides on NATO membership since 2021?"
  demarche ask "Do Ukraine and the United States agree on NATO membership?"`,
    )
    .action(async (question: readonly string[], options: AskOptions) => {
      await ask(settleArguments(question, options), terminal);
    });
}

function isGraph(word: string): boolean {
  return formatOfFile(word) !== undefined || existsSync(word);
}

/** `--graph a.trig "Who …?"` gives commander two graphs: what is no file is the question when none is given. */
function settleArguments(words: readonly string[], { graph, format }: AskOptions): AskRequest {
  const first = words.length > 0 ? -1 : graph.findIndex((word, index) => index > 0 && !isGraph(word));
  const graphs = first === -1 ? graph : graph.slice(0, first);
  const question = [...words, ...(first === -1 ? [] : graph.slice(first))].join(' ');
  if (question.trim() === '')
    throw new InputError('ask', 'no question; write one in quotation marks: demarche ask "Who rejects …?"');
  return { question, graphs, format };
}

async function ask({ question, graphs, format }: AskRequest, terminal: Terminal): Promise<void> {
  // The engine's joins have more listeners than ten; Node's warning of it would land on the user's screen.
  EventEmitter.defaultMaxListeners = 0;
  const store = await openGraphs(graphs, (line) => {
    terminal.report(line);
  });
  const today = terminal.now().toISOString().slice(0, 10);
  const understanding = understandQuestion(question, store, loadAskKnowledge(today));
  for (const line of explainUnderstanding(understanding, question)) terminal.report(line);
  if (understanding.kind !== 'query') {
    terminal.exitWith(1);
    return;
  }
  const result = await answer(understanding, store);
  let isEmpty = false;
  const watched = watchEmptiness(result, () => {
    isEmpty = true;
  });
  if (format === 'table') {
    const styleHead = (line: string): string => terminal.colour('bold', line);
    terminal.write(await tableOfResult(watched, { width: tableWidth(terminal), styleHead }));
  } else {
    for await (const piece of writeResult(watched, format, understanding.query)) terminal.write(piece);
  }
  if (isEmpty) for (const line of hintNearMisses(understanding)) terminal.report(line);
}

async function answerOne({ query, parameters }: ChosenQuery, store: ClaimStore): Promise<QueryResult> {
  const file = readLibraryQuery(packagePath('queries'), query);
  const bindings = bindParameters(file, parameters, createNameResolver(store));
  return runQuery(file.text, store, { bindings, origin: file.origin });
}

/** The answer for whom is asked about and, after it, for all who have the same name. */
async function answer(
  { query, parameters, namesakes }: Extract<Understanding, { readonly kind: 'query' }>,
  store: ClaimStore,
): Promise<QueryResult> {
  const results: QueryResult[] = [];
  for (const chosen of [{ query, parameters }, ...namesakes]) results.push(await answerOne(chosen, store));
  const [first] = results;
  if (first?.kind === 'boolean')
    return { kind: 'boolean', value: results.some((one) => one.kind === 'boolean' && one.value) };
  if (first?.kind !== 'rows') throw new Error(`the query ${query} gives a graph`);
  async function* chain(): AsyncGenerator<Row> {
    for (const one of results) if (one.kind === 'rows') yield* one.rows;
  }
  return { ...first, rows: chain() };
}

/** The result, which tells when it turns out to be nothing. */
function watchEmptiness(result: QueryResult, onEmpty: () => void): QueryResult {
  if (result.kind === 'boolean') {
    if (!result.value) onEmpty();
    return result;
  }
  if (result.kind !== 'rows') return result;
  const { rows } = result;
  async function* watch(): AsyncGenerator<Row> {
    let isEmpty = true;
    for await (const row of rows) {
      isEmpty = false;
      yield row;
    }
    if (isEmpty) onEmpty();
  }
  return { ...result, rows: watch() };
}
