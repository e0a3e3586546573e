import { csvWriter } from '../formats/table-csv.ts';
import type { Table } from '../table.ts';
import type { DescribedNetwork } from './described-network.ts';

/** The edges as CSV: IRIs, labels, weight and the other attributes. */
export function writeEdgeList({ edgeAttributes, edges, nodes }: DescribedNetwork): string {
  const names = [
    'source',
    'source_label',
    'target',
    'target_label',
    'weight',
    ...edgeAttributes.map(({ name }) => name),
  ];
  const table: Table = {
    name: 'edges',
    title: 'Edges',
    description: '',
    key: '',
    columns: names.map((name) => ({ name, type: 'string', description: '' })),
  };
  const labels = new Map(nodes.map(({ id, values }) => [id, String(values['label'] ?? id)]));
  const writer = csvWriter(table);
  const lines = edges.map(({ source, target, weight, values }) =>
    writer.row([
      source,
      labels.get(source),
      target,
      labels.get(target),
      weight,
      ...edgeAttributes.map(({ name }) => values[name]),
    ]),
  );
  return [...lines, writer.end()].join('');
}
