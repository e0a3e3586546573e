import { InputError } from '../model/input-error.ts';
import type { TaggedWords } from '../model/tagged-words.ts';

/** A sentence of a treebank; multiword tokens and empty nodes are left out. */
export interface TreebankSentence extends TaggedWords {
  readonly id: string;
  /** The sentence as it was written. */
  readonly text: string;
}

/** Subtypes of relations that are kept; the others are cut to their universal part. */
const KEPT_SUBTYPES = new Set([
  'nsubj:pass',
  'nmod:poss',
  'acl:relcl',
  'obl:agent',
  'aux:pass',
  'compound:prt',
  'cc:preconj',
]);

/** “obl:unmarked” becomes `obl`; `nsubj:pass` stays. */
export function plainRelation(relation: string): string {
  return KEPT_SUBTYPES.has(relation) ? relation : (relation.split(':')[0] ?? relation);
}

/** Reads CoNLL-U (https://universaldependencies.org/format.html). A malformed line is an `InputError`. */
export function parseConllu(where: string, content: string): readonly TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let rows: string[][] = [];
  let comments = new Map<string, string>();
  const finish = (): void => {
    if (rows.length > 0) sentences.push(sentenceOf(rows, comments));
    rows = [];
    comments = new Map();
  };
  for (const [index, line] of content.split(/\r?\n/u).entries()) {
    if (line === '') {
      finish();
      continue;
    }
    if (line.startsWith('#')) {
      const [, name, value] = /^# ([\w.]+) = (.*)$/u.exec(line) ?? [];
      if (name !== undefined) comments.set(name, value ?? '');
      continue;
    }
    const columns = line.split('\t');
    if (columns.length !== 10) {
      throw new InputError(`${where}:${index + 1}`, `has ${columns.length} columns; CoNLL-U has 10`);
    }
    if (/^\d+$/u.test(columns[0] ?? '')) rows.push(columns);
  }
  finish();
  return sentences;
}

function sentenceOf(
  rows: readonly (readonly string[])[],
  comments: ReadonlyMap<string, string>,
): TreebankSentence {
  const column = (index: number): readonly string[] => rows.map((row) => row[index] ?? '_');
  return {
    id: comments.get('sent_id') ?? '',
    text: comments.get('text') ?? '',
    forms: column(1),
    lemmas: column(2),
    upos: column(3),
    xpos: column(4),
    heads: column(6).map((head) => Number(head) - 1),
    relations: column(7).map(plainRelation),
  };
}
