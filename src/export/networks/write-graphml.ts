import { escapeXml } from '../formats/escape-xml.ts';
import type { Attribute, DescribedNetwork } from './described-network.ts';

const TYPES: Readonly<Record<Attribute['type'], string>> = {
  string: 'string',
  integer: 'int',
  double: 'double',
};

function declare(kind: 'node' | 'edge', { name, type }: Attribute): string {
  return `  <key id="${kind}-${name}" for="${kind}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`;
}

function valuesOf(
  kind: 'node' | 'edge',
  attributes: readonly Attribute[],
  values: Readonly<Record<string, string | number>>,
): string {
  return attributes
    .map(({ name }) => `      <data key="${kind}-${name}">${escapeXml(String(values[name] ?? ''))}</data>\n`)
    .join('');
}

/** GraphML: every attribute declared with its type. */
export function writeGraphMl({
  description,
  nodeAttributes,
  edgeAttributes,
  nodes,
  edges,
}: DescribedNetwork): string {
  const weighted: readonly Attribute[] = [{ name: 'weight', type: 'double' }, ...edgeAttributes];
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <desc>${escapeXml(description)}</desc>
${nodeAttributes.map((attribute) => declare('node', attribute)).join('')}${weighted.map((attribute) => declare('edge', attribute)).join('')}  <graph id="G" edgedefault="undirected">
${nodes
  .map(
    ({ id, values }) =>
      `    <node id="${escapeXml(id)}">\n${valuesOf('node', nodeAttributes, values)}    </node>\n`,
  )
  .join('')}${edges
    .map(
      ({ id, source, target, weight, values }) =>
        `    <edge id="${id}" source="${escapeXml(source)}" target="${escapeXml(target)}">\n${valuesOf('edge', weighted, { ...values, weight })}    </edge>\n`,
    )
    .join('')}  </graph>
</graphml>
`;
}
