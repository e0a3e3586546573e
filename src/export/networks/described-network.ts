import type { RowsByKey } from '../read-tables.ts';
import type { Cell } from '../table.ts';
import type { Network } from './network.ts';
import type { ReportedDays, StatementDays } from './statement-days.ts';

/** An attribute of nodes or edges, declared with its type. */
export interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'double';
}

/** A node with its attributes. */
export interface DescribedNode {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** An edge with its attributes; `weight` is one of them. */
export interface DescribedEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A network as files hold it: declared attributes, labelled nodes, edges. */
export interface DescribedNetwork {
  readonly description: string;
  readonly nodeAttributes: readonly Attribute[];
  readonly edgeAttributes: readonly Attribute[];
  readonly nodes: readonly DescribedNode[];
  readonly edges: readonly DescribedEdge[];
}

const NODE_ATTRIBUTES: readonly Attribute[] = [
  { name: 'label', type: 'string' },
  { name: 'mode', type: 'string' },
  { name: 'type', type: 'string' },
  { name: 'wikidata', type: 'string' },
  { name: 'role', type: 'string' },
  { name: 'country', type: 'string' },
  { name: 'claims', type: 'integer' },
  { name: 'first_reported', type: 'string' },
  { name: 'last_reported', type: 'string' },
];

const EDGE_ATTRIBUTES: readonly Attribute[] = [
  { name: 'kind', type: 'string' },
  { name: 'polarity', type: 'integer' },
  { name: 'agreements', type: 'integer' },
  { name: 'disagreements', type: 'integer' },
  { name: 'first_reported', type: 'string' },
  { name: 'last_reported', type: 'string' },
];

/** Days as attributes; GEXF and GraphML have no type for them that all programs read. */
function dayAttributes(days: ReportedDays | undefined): Readonly<Record<string, string>> {
  return { first_reported: days?.first ?? '', last_reported: days?.last ?? '' };
}

function text(cell: Cell): string {
  return cell === undefined ? '' : typeof cell === 'object' ? cell.join('; ') : String(cell);
}

/** Gives nodes their names, types, items, roles, countries and days, and edges their sign and days. */
export function describeNetwork(
  network: Network,
  {
    actors,
    issues,
    days,
    description,
  }: { actors: RowsByKey; issues: RowsByKey; days: StatementDays; description: string },
): DescribedNetwork {
  const isTwoMode = network.kind === 'affiliation';
  const labelOf = (key: string): string => text(actors.get(key)?.get('label')) || key;
  const nodes = [
    ...network.actors.map((id) => {
      const row = actors.get(id);
      const principals = row?.get('principals');
      return {
        id,
        values: {
          label: labelOf(id),
          mode: 'actor',
          type: text(row?.get('type')),
          wikidata: text(row?.get('wikidata')),
          role: text(row?.get('offices')),
          country: (typeof principals === 'object' ? principals : []).map(labelOf).join('; '),
          claims: Number(row?.get('claims_held') ?? 0),
          ...dayAttributes(days.ofActor(id)),
        },
      };
    }),
    ...network.issues.map((id) => {
      const row = issues.get(id);
      return {
        id,
        values: {
          label: text(row?.get('label')) || id,
          mode: 'issue',
          type: text(row?.get('kind')),
          wikidata: text(row?.get('wikidata')),
          role: '',
          country: '',
          claims: Number(row?.get('claims') ?? 0),
          ...dayAttributes(days.ofIssue(id)),
        },
      };
    }),
  ];
  const edges = network.edges.map(({ source, target, weight, agreements = 0, disagreements = 0 }, index) => ({
    id: `e${index + 1}`,
    source,
    target,
    weight,
    values: {
      kind: network.kind,
      polarity: Math.sign(weight),
      agreements,
      disagreements,
      ...dayAttributes(isTwoMode ? days.ofClaims(source, target) : days.ofPair(source, target)),
    },
  }));
  return {
    description,
    nodeAttributes: NODE_ATTRIBUTES,
    edgeAttributes: EDGE_ATTRIBUTES.filter(({ name }) => isTwoMode || !name.endsWith('agreements')),
    nodes,
    edges,
  };
}
