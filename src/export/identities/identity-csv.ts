import type { Diagnostic } from '../../model/diagnostic.ts';
import type { UserDecision } from '../../model/user-decision.ts';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { qidOf } from '../../rdf/iris.ts';
import { readCsv, writeCsv } from '../csv-table.ts';
import type { CsvRow } from '../csv-table.ts';
import type { Identity } from './identity.ts';

const COLUMNS = [
  'actor',
  'label',
  'type',
  'judgement',
  'qid',
  'score',
  'candidate',
  'runner_up',
  'runner_up_label',
  'runner_up_score',
  'claims',
  'mentions',
  'articles',
  'names',
  'offices',
  'reason',
  'decision',
  'note',
] as const;

/** What the column `decision` takes. */
const DECISIONS =
  'a Wikidata item such as Q22686 (this is who is meant), ok (the link or the candidate shown is right), nil (nobody in Wikidata), or nothing';

/** The identities as a table that a person completes: a row an actor, the columns `decision` and `note` empty. */
export function writeIdentityCsv(identities: readonly Identity[]): string {
  const rows = identities.map((identity) => [
    identity.actor,
    identity.label,
    identity.type,
    identity.judgement,
    identity.qid ?? '',
    identity.score.toFixed(3),
    identity.candidate ?? '',
    identity.runnerUp?.qid ?? '',
    identity.runnerUp?.label ?? '',
    identity.runnerUp?.score.toFixed(3) ?? '',
    String(identity.claims),
    String(identity.mentions.length),
    [...new Set(identity.mentions.map(({ article }) => article))].join('; '),
    identity.names.join('; '),
    identity.offices.join('; '),
    identity.reasons.join('; '),
    '',
    '',
  ]);
  return writeCsv([COLUMNS, ...rows]);
}

/** The decisions of a completed table, or every mistake in it by its line. */
export type DecisionReading =
  | { readonly decisions: readonly UserDecision[] }
  | { readonly problems: readonly Diagnostic[] };

/** Who completed the table, when, and whom it is about. */
export interface DecisionContext {
  readonly identities: readonly Identity[];
  /** The file's name, for messages. */
  readonly where: string;
  readonly by: string;
  /** As xsd:dateTime. */
  readonly on: string;
}

/** Reads a completed table. A row without a decision says nothing; each other row is checked. */
export function readIdentityCsv(text: string, context: DecisionContext): DecisionReading {
  const problems: Diagnostic[] = [];
  const complain = (line: number, message: string): void => {
    problems.push({ severity: 'error', where: `${context.where}:${line}`, message });
  };
  const table = readCsv(text);
  if ('problem' in table) {
    complain(table.line, table.problem);
    return { problems };
  }
  const [head, ...rows] = table.rows;
  const names = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const [actorColumn, decisionColumn, noteColumn, candidateColumn] = [
    'actor',
    'decision',
    'note',
    'candidate',
  ].map((name) => names.indexOf(name));
  for (const name of ['actor', 'decision'])
    if (!names.includes(name))
      complain(
        head?.line ?? 1,
        `there is no column "${name}"; the columns are: ${names.join(', ') || 'none'}`,
      );
  if (problems.length > 0) return { problems };
  const byActor = new Map(context.identities.map((identity) => [identity.actor, identity]));
  const decided = new Map<string, CsvRow>();
  const decisions: UserDecision[] = [];
  for (const row of rows) {
    const cellAt = (column: number | undefined): string => row.cells[column ?? -1]?.trim() ?? '';
    if (row.cells.length > names.length) {
      complain(
        row.line,
        `${row.cells.length} cells where the head has ${names.length}; is a comma not quoted?`,
      );
      continue;
    }
    const decision = cellAt(decisionColumn);
    const actor = cellAt(actorColumn);
    if (decision === '') continue;
    const identity = byActor.get(actor);
    if (identity === undefined) {
      complain(row.line, `the graph has no actor "${actor}"; leave the column "actor" as it was exported`);
      continue;
    }
    const before = decided.get(actor);
    if (before !== undefined) {
      complain(row.line, `"${identity.label}" is decided on line ${before.line} already`);
      continue;
    }
    decided.set(actor, row);
    const outcome = readDecision(decision, identity, cellAt(candidateColumn));
    if (typeof outcome === 'string') complain(row.line, outcome);
    else decisions.push(...toDecisions(identity, { ...outcome, note: cellAt(noteColumn) }, context));
  }
  return problems.length > 0 ? { problems } : { decisions };
}

/** A Wikidata item. */
const ITEM = /^Q[1-9]\d*$/u;

interface Outcome {
  readonly judgement: 'linked' | 'nil';
  readonly qid?: string;
}

/** What a cell decides, or what is wrong with it; `candidate` is the one that the row offers. */
function readDecision(cell: string, identity: Identity, candidate: string): Outcome | string {
  if (identity.mentions.length === 0)
    return `"${identity.label}" is mentioned nowhere, so that no build could find it again; describe it in an entity file (--entities)`;
  if (/^nil$/iu.test(cell)) return { judgement: 'nil' };
  if (/^ok$/iu.test(cell)) {
    const shown = identity.qid ?? candidate;
    return ITEM.test(shown)
      ? { judgement: 'linked', qid: shown }
      : `"ok", but "${identity.label}" has neither a link nor a candidate; write the Wikidata item, or nil`;
  }
  const qid = ITEM.test(cell) ? cell : qidOf(cell.replace(/^wd:/u, 'http://www.wikidata.org/entity/'));
  return qid === undefined
    ? `"${cell}" is no decision; allowed are ${DECISIONS}`
    : { judgement: 'linked', qid };
}

/** One decision for each article that mentions the actor. */
function toDecisions(
  identity: Identity,
  { judgement, qid, note }: Outcome & { readonly note: string },
  { identities, by, on }: DecisionContext,
): readonly UserDecision[] {
  const known = qid === undefined ? undefined : identities.find((other) => other.qid === qid);
  const keys = [...new Set(identity.mentions.map(({ key }) => key))].toSorted(compareCodeUnits);
  return keys.map((article) => ({
    article,
    actor: identity.actor,
    mentions: identity.mentions
      .filter(({ key }) => key === article)
      .map(({ start, end }) => ({ start, end })),
    judgement,
    ...(qid === undefined ? {} : { qid }),
    label: known?.label ?? identity.label,
    by,
    on,
    ...(note === '' ? {} : { note }),
  }));
}
