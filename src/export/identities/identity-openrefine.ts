import { writeCsv } from '../csv-table.ts';
import type { Identity } from './identity.ts';

/** The Wikidata class that a reconciliation of each type asks for. */
const CLASSES: Readonly<Record<string, string>> = {
  person: 'Q5',
  state: 'Q6256',
  organisation: 'Q43229',
  outlet: 'Q1193236',
  place: 'Q618123',
};

/**
 * The identities as a table for OpenRefine: `label` is the column to reconcile, `type` its class, `office` a property
 * to send along; in `item` stand the links there are, for “Use values as identifiers”.
 */
export function writeIdentityOpenRefine(identities: readonly Identity[]): string {
  const rows = identities
    .filter(({ type }) => CLASSES[type] !== undefined)
    .map(({ actor, label, type, qid, offices, names, mentions, judgement }) => [
      actor,
      label,
      CLASSES[type] ?? '',
      qid ?? '',
      judgement,
      offices[0] ?? '',
      names.join('|'),
      mentions[0]?.article ?? '',
    ]);
  return writeCsv([['actor', 'label', 'type', 'item', 'judgement', 'office', 'names', 'article'], ...rows]);
}
