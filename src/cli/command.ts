import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** A command's own file: `configure` gives it arguments, options, examples and its action. */
export interface CommandModule {
  readonly configure: (command: Command, terminal: Terminal) => void;
}

/** A command as the overview lists it; its file is loaded only when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

/** The commands, in the order of the overview. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'build',
    summary: 'read articles and write their claim graph',
    load: () => import('./commands/build.ts'),
  },
  {
    name: 'infer',
    summary: 'derive positions, changes and conflicts anew from the claims of a graph',
    load: () => import('./commands/infer.ts'),
  },
  {
    name: 'query',
    summary: 'answer a SPARQL query over a claim graph',
    load: () => import('./commands/query.ts'),
  },
  {
    name: 'ask',
    summary: 'answer a question in plain English over a claim graph',
    load: () => import('./commands/ask.ts'),
  },
  {
    name: 'queries',
    summary: 'list the library of questions',
    load: () => import('./commands/queries.ts'),
  },
  {
    name: 'issues',
    summary: 'list issues with their claims, check issue files, try them on articles',
    load: () => import('./commands/issues.ts'),
  },
  {
    name: 'index',
    summary: 'make the index by which a large claim graph opens at once',
    load: () => import('./commands/index.ts'),
  },
  {
    name: 'extract',
    summary: 'print the claims of articles, without a graph',
    load: () => import('./commands/extract.ts'),
  },
  {
    name: 'link',
    summary: 'show who the actors are and why, and take decisions on them',
    load: () => import('./commands/link.ts'),
  },
  {
    name: 'validate',
    summary: 'check a claim graph against its shapes and its articles',
    load: () => import('./commands/validate.ts'),
  },
  {
    name: 'eval',
    summary: 'score claims, attributions, tags and trees against gold ones',
    load: () => import('./commands/eval.ts'),
  },
  {
    name: 'export',
    summary: 'write a research dataset, networks or figures from a claim graph',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'import',
    summary: 'read statements that were coded in another program',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'verify',
    summary: 'hold every quotation of a dataset against the articles',
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'diff',
    summary: 'tell what differs between two graphs or datasets, by claim',
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'merge',
    summary: 'unite graphs of different builders or shards',
    load: () => import('./commands/merge.ts'),
  },
  {
    name: 'train',
    summary: 'make the language and extraction models anew from annotated corpora',
    load: () => import('./commands/train.ts'),
  },
];
