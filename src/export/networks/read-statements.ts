import type { Cells, Table } from '../table.ts';
import { DATASET_TABLES } from '../dataset-tables.ts';
import { LOOKUP_COLUMNS, readRows } from '../read-rows.ts';
import type { AskTable } from '../read-rows.ts';
import type { RowsByKey } from './described-network.ts';
import type { DiscourseStatement } from './discourse-statement.ts';

/** Which actor a claim counts for: its holder, or whom the holder speaks for by office where that is known. */
export type ActorLevel = 'holder' | 'principal';

/** The claims of a graph as networks see them, with the tables that describe their actors and issues. */
export interface DiscourseData {
  readonly statements: readonly DiscourseStatement[];
  readonly actors: RowsByKey;
  readonly issues: RowsByKey;
}

function tableNamed(name: string): Table {
  const table = DATASET_TABLES.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table;
}

/** Reads networks' data by the same queries as the tables, so that both agree; voices are no actors and are left out. */
export async function readDiscourse(ask: AskTable, level: ActorLevel = 'holder'): Promise<DiscourseData> {
  const known = new Map<string, Map<string, Cells>>();
  const byKey = new Map<string, Map<string, ReadonlyMap<string, Cells[number]>>>();
  for (const name of ['actors', 'issues', 'articles']) {
    const table = tableNamed(name);
    const places = (LOOKUP_COLUMNS[name] ?? []).map((column) =>
      table.columns.findIndex((one) => one.name === column),
    );
    const lookup = new Map<string, Cells>();
    const rows = new Map<string, ReadonlyMap<string, Cells[number]>>();
    for await (const cells of readRows(table, ask, known)) {
      const key = String(cells[0]);
      lookup.set(
        key,
        places.map((place) => cells[place]),
      );
      rows.set(key, new Map(table.columns.map((column, index) => [column.name, cells[index]])));
    }
    known.set(name, lookup);
    byKey.set(name, rows);
  }
  const actors = byKey.get('actors') ?? new Map();
  const claims = tableNamed('claims');
  const statements: DiscourseStatement[] = [];
  for await (const cells of readRows(claims, ask, known)) {
    const row = new Map(claims.columns.map(({ name }, index) => [name, cells[index]]));
    const polarity = row.get('polarity');
    const issue = row.get('issue');
    const actor = (level === 'principal' ? row.get('principal') : undefined) ?? row.get('holder');
    if (typeof issue !== 'string' || typeof actor !== 'string') continue;
    if (polarity !== 1 && polarity !== -1) continue;
    if (actors.get(actor)?.get('type') === 'voice') continue;
    const date = row.get('reported_on');
    const outlet = row.get('outlet_label');
    statements.push({
      claim: String(row.get('claim')),
      actor,
      issue,
      polarity,
      article: String(row.get('article')),
      ...(typeof date === 'string' && { date }),
      ...(typeof outlet === 'string' && { outlet }),
    });
  }
  return { statements, actors, issues: byKey.get('issues') ?? new Map() };
}
