import { EventEmitter } from 'node:events';
import { Option } from 'commander';
import type { Command } from 'commander';
import { listThings } from '../../ask/find-names.ts';
import { parseQuestionLexicon } from '../../ask/question-lexicon.ts';
import { understandQuestion } from '../../ask/understand-question.ts';
import type { Understanding } from '../../ask/understand-question.ts';
import { DataFiles } from '../../data-files.ts';
import { packagePath } from '../../io/package-files.ts';
import { bindParameters } from '../../query/bind-parameters.ts';
import { runQuery } from '../../query/engine.ts';
import { readLibraryQuery, readQueryLibrary } from '../../query/library.ts';
import { createNameResolver } from '../../query/name-resolver.ts';
import { shortenIri } from '../../query/prefixes.ts';
import { RESULT_FORMATS, writeResult } from '../../query/write-result.ts';
import type { ResultFormat } from '../../query/write-result.ts';
import { openGraphs } from '../open-graphs.ts';
import { tableOfResult } from '../table-of-result.ts';
import { tableWidth } from '../table-width.ts';
import type { Terminal } from '../terminal.ts';

interface AskOptions {
  readonly graph: readonly string[];
  readonly format: ResultFormat | 'table';
}

/** `demarche ask`: maps a plain question onto a question of the library and answers it. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .argument('<question...>', 'a question in plain English, in quotation marks')
    .option('-g, --graph <file...>', 'claim graphs, united', ['graph.trig'])
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
Exit code 1: the question is ambiguous or not understood.

Examples:
  demarche ask "Which actors reject NATO membership?"
  demarche ask "On what condition does Ethiopia accept observers?" --graph nile.trig
  demarche ask "Who has changed sides on the dam since 2021?"`,
    )
    .action(async (question: readonly string[], options: AskOptions) => {
      await ask(question.join(' '), options, terminal);
    });
}

async function ask(question: string, { graph, format }: AskOptions, terminal: Terminal): Promise<void> {
  // The engine's joins have more listeners than ten; Node's warning of it would land on the user's screen.
  EventEmitter.defaultMaxListeners = 0;
  const store = await openGraphs(graph, (line) => {
    terminal.report(line);
  });
  const lexicon = parseQuestionLexicon(
    new DataFiles().text('lexicon/question-words.tsv'),
    'data/lexicon/question-words.tsv',
  );
  const understanding = understandQuestion(question, store, lexicon);
  for (const line of explain(understanding)) terminal.report(line);
  if (understanding.kind !== 'query') {
    terminal.exitWith(1);
    return;
  }
  const file = readLibraryQuery(packagePath('queries'), understanding.query);
  const bindings = bindParameters(file, understanding.parameters, createNameResolver(store));
  const result = await runQuery(file.text, store, { bindings, origin: file.origin });
  if (format === 'table') {
    const styleHead = (line: string): string => terminal.colour('bold', line);
    terminal.write(await tableOfResult(result, { width: tableWidth(terminal), styleHead }));
  } else {
    for await (const piece of writeResult(result, format, file.origin)) terminal.write(piece);
  }
}

/** What was made of the question, in lines. */
function explain(understanding: Understanding): readonly string[] {
  switch (understanding.kind) {
    case 'query': {
      const parameters = [...understanding.parameters].map(
        ([name, value]) => ` --param ${name}=${shortenIri(value)}`,
      );
      return [`demarche query ${understanding.query}${parameters.join('')}`];
    }
    case 'ambiguous':
      return [
        `${understanding.words} may be ${understanding.choices.length} ${understanding.what}s; ask with more of the name:`,
        ...listThings(understanding.choices).map((choice) => `  ${choice}`),
      ];
    case 'unanswerable':
      return [
        `not answered: ${understanding.problem}`,
        understanding.understood.length === 0
          ? 'nothing of it was understood'
          : `understood: ${understanding.understood.join('; ')}`,
        'the library answers (demarche query NAME):',
        ...readQueryLibrary(packagePath('queries')).map(
          ({ name, question = '' }) => `  ${name}: ${question}`,
        ),
      ];
    default:
      return understanding satisfies never;
  }
}
