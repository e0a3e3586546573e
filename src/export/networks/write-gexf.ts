import { escapeXml } from '../formats/escape-xml.ts';
import type { Attribute, DescribedNetwork } from './described-network.ts';

function declare(kind: 'node' | 'edge', attributes: readonly Attribute[]): string {
  const lines = attributes.map(
    ({ name, type }) => `      <attribute id="${name}" title="${name}" type="${type}"/>\n`,
  );
  return `    <attributes class="${kind}">\n${lines.join('')}    </attributes>\n`;
}

function valuesOf(
  attributes: readonly Attribute[],
  values: Readonly<Record<string, string | number>>,
): string {
  const lines = attributes.map(
    ({ name }) => `          <attvalue for="${name}" value="${escapeXml(String(values[name] ?? ''))}"/>\n`,
  );
  return `        <attvalues>\n${lines.join('')}        </attvalues>\n`;
}

/** GEXF 1.3, as Gephi opens it: every attribute declared with its type. */
export function writeGexf({
  description,
  nodeAttributes,
  edgeAttributes,
  nodes,
  edges,
}: DescribedNetwork): string {
  // The label is GEXF's own.
  const declared = nodeAttributes.filter(({ name }) => name !== 'label');
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta>
    <creator>demarche</creator>
    <description>${escapeXml(description)}</description>
  </meta>
  <graph defaultedgetype="undirected" mode="static">
${declare('node', declared)}${declare('edge', edgeAttributes)}    <nodes>
${nodes
  .map(
    ({ id, values }) =>
      `      <node id="${escapeXml(id)}" label="${escapeXml(String(values['label'] ?? id))}">\n${valuesOf(declared, values)}      </node>\n`,
  )
  .join('')}    </nodes>
    <edges>
${edges
  .map(
    ({ id, source, target, weight, values }) =>
      `      <edge id="${id}" source="${escapeXml(source)}" target="${escapeXml(target)}" weight="${weight}">\n${valuesOf(edgeAttributes, values)}      </edge>\n`,
  )
  .join('')}    </edges>
  </graph>
</gexf>
`;
}
