import { readTables, rowsByKey } from '../read-tables.ts';
import type { NamedRow } from '../read-tables.ts';
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

/** Reads networks' data by the same queries as the tables, so that both agree; voices are no actors and are left out. */
export async function readDiscourse(ask: AskTable, level: ActorLevel = 'holder'): Promise<DiscourseData> {
  return discourseOf(await readTables(ask, ['actors', 'issues', 'articles', 'claims']), level);
}

/** The same from tables that are read already: actors, issues and claims. */
export function discourseOf(
  tables: ReadonlyMap<string, readonly NamedRow[]>,
  level: ActorLevel = 'holder',
): DiscourseData {
  const actors = rowsByKey(tables, 'actors');
  const statements: DiscourseStatement[] = [];
  for (const row of tables.get('claims') ?? []) {
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
  return { statements, actors, issues: rowsByKey(tables, 'issues') };
}
