import type { ClaimTables, NamedRow, RowsByKey } from '../read-tables.ts';
import type { DiscourseStatement } from './discourse-statement.ts';

/**
 * Which actor a claim counts for: its holder; whom the holder speaks for by office where that is known; or the holder,
 * else the one spoken for, whichever is a person, an organisation or a state, and none where neither is.
 */
export const ACTOR_LEVELS = ['holder', 'principal', 'person', 'organisation', 'state'] as const;

/** One of the levels at which actors are seen. */
export type ActorLevel = (typeof ACTOR_LEVELS)[number];

/** The claims of a graph as networks see them, with the tables that describe their actors and issues. */
export interface DiscourseData {
  readonly statements: readonly DiscourseStatement[];
  readonly actors: RowsByKey;
  readonly issues: RowsByKey;
}

/** Types of actor that count at a level besides the type of its name: an outlet or a group of people is an organisation. */
const LEVEL_TYPES: Readonly<Record<'person' | 'organisation' | 'state', readonly string[]>> = {
  person: ['person'],
  organisation: ['organisation', 'outlet', 'group'],
  state: ['state'],
};

function actorOf(row: NamedRow, level: ActorLevel, actors: RowsByKey): string | undefined {
  const holder = row.get('holder');
  const principal = row.get('principal');
  const typeOf = (actor: unknown): unknown => actors.get(String(actor))?.get('type');
  const ranked = level === 'principal' ? [principal, holder] : [holder, principal];
  const actor =
    level === 'holder' || level === 'principal'
      ? (ranked[0] ?? holder)
      : ranked.find((one) => LEVEL_TYPES[level].some((type) => type === typeOf(one)));
  return typeof actor === 'string' && typeOf(actor) !== 'voice' ? actor : undefined;
}

/** What networks take of the tables; voices are no actors and are left out. */
export async function readDiscourse(
  { actors, issues, claims }: ClaimTables,
  level: ActorLevel = 'holder',
): Promise<DiscourseData> {
  // The same IRI comes with every claim: one copy of it is kept.
  const known = new Map<string, string>();
  const keep = (text: string): string => {
    const kept = known.get(text) ?? text;
    known.set(text, kept);
    return kept;
  };
  const statements: DiscourseStatement[] = [];
  for await (const row of claims()) {
    const polarity = row.get('polarity');
    const issue = row.get('issue');
    const actor = actorOf(row, level, actors);
    if (typeof issue !== 'string' || actor === undefined) continue;
    if (polarity !== 1 && polarity !== -1) continue;
    const date = row.get('reported_on');
    const outlet = row.get('outlet_label');
    statements.push({
      claim: String(row.get('claim')),
      actor: keep(actor),
      issue: keep(issue),
      polarity,
      article: keep(String(row.get('article'))),
      ...(typeof date === 'string' && { date: keep(date) }),
      ...(typeof outlet === 'string' && { outlet: keep(outlet) }),
    });
  }
  return { statements, actors, issues };
}
