import { createHash } from 'node:crypto';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import type { NamedRow } from '../read-tables.ts';

/** A claim as figures show it. */
export interface FigureClaim {
  /** IRI: two actors may have one name. */
  readonly holder: string;
  readonly actor: string;
  readonly issue: string;
  readonly polarity: number;
  readonly stance: string;
  readonly date: string;
  readonly words: string;
  readonly article: string;
}

/** The claims with issue and polarity that an actor holds; voices are no actors. */
export function figureClaims(claims: readonly NamedRow[]): readonly FigureClaim[] {
  return claims.flatMap((row) => {
    const text = (name: string): string => {
      const cell = row.get(name);
      return typeof cell === 'string' ? cell : '';
    };
    const polarity = row.get('polarity');
    if (typeof polarity !== 'number' || text('issue') === '' || text('holder_type') === 'voice') return [];
    return [
      {
        holder: text('holder'),
        actor: text('holder_label'),
        issue: text('issue_label'),
        polarity,
        stance: text('stance'),
        date: text('reported_on'),
        words: text('quotation'),
        article: text('article_id'),
      },
    ];
  });
}

/** The values by how often they occur, the most frequent first, at most so many. */
export function mostFrequent(values: readonly string[], limit: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .toSorted(([left, many], [right, more]) => more - many || compareCodeUnits(left, right))
    .slice(0, limit)
    .map(([value]) => value);
}

/** Names of actors by their IRIs. */
export function actorNames(claims: readonly FigureClaim[]): ReadonlyMap<string, string> {
  return new Map(claims.map(({ holder, actor }) => [holder, actor]));
}

/** What a reader must know of a figure that does not show all; empty where it does. */
export function tellWhatIsShown(shown: number, all: number, things: string): string {
  return shown === all ? '' : `the ${shown} of ${all} ${things} with most claims`;
}

/** Where the words of an actor on an issue stand in the page of figures. */
export function wordsId({ holder, issue }: FigureClaim): string {
  const hash = createHash('sha256').update(JSON.stringify([holder, issue]));
  return `words-${hash.digest('hex').slice(0, 12)}`;
}
