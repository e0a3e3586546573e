import type { Quad } from '@rdfjs/types';
import { PREFIXES } from '../../rdf/vocabulary.ts';
import { escapeXml } from '../formats/escape-xml.ts';
import type { PieceWriter } from './graph-files.ts';
import { groupBySubject } from './group-by-subject.ts';
import type { DescribedNode } from './group-by-subject.ts';

const XSD_STRING = `${PREFIXES.xsd}string`;

/** Namespace and local name of a predicate: RDF/XML writes predicates as names of elements and knows no other way. */
function splitPredicate(iri: string): readonly [string, string] {
  const [, namespace, name] = /^(.*[/#:])([A-Za-z_][\w.-]*)$/su.exec(iri) ?? [];
  if (namespace === undefined || name === undefined) {
    throw new Error(`RDF/XML cannot write the predicate ${iri}: its end is no XML name`);
  }
  return [namespace, name];
}

/** Our prefixes by namespace. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries(PREFIXES).map(([prefix, iri]) => [iri, prefix]),
);

/** A property's element: its name, and the declaration of its namespace where the document's head has none. */
function elementOf(predicate: string): { readonly name: string; readonly declaration: string } {
  const [namespace, name] = splitPredicate(predicate);
  const prefix = KNOWN.get(namespace);
  return prefix === undefined
    ? { name: `ns:${name}`, declaration: ` xmlns:ns="${escapeXml(namespace)}"` }
    : { name: `${prefix}:${name}`, declaration: '' };
}

function* describeNode({ subject, properties }: DescribedNode): Generator<string> {
  yield `  <rdf:Description rdf:about="${escapeXml(subject)}">\n`;
  for (const { predicate, values } of properties) {
    const { name, declaration } = elementOf(predicate);
    for (const value of values) {
      if (value.termType !== 'Literal') {
        yield `    <${name}${declaration} rdf:resource="${escapeXml(value.value)}"/>\n`;
        continue;
      }
      const kind =
        value.language === ''
          ? value.datatype.value === XSD_STRING
            ? ''
            : ` rdf:datatype="${escapeXml(value.datatype.value)}"`
          : ` xml:lang="${escapeXml(value.language)}"`;
      yield `    <${name}${declaration}${kind}>${escapeXml(value.value)}</${name}>\n`;
    }
  }
  yield '  </rdf:Description>\n';
}

function* describeNodes(quads: readonly Quad[]): Generator<string> {
  for (const node of groupBySubject(quads)) yield* describeNode(node);
}

/** RDF/XML, node by node; our prefixes are declared in its head. */
export function writeRdfXml(): PieceWriter {
  const prefixes = [...KNOWN].toSorted(([, left], [, right]) => (left < right ? -1 : 1));
  const declarations = prefixes.map(([iri, prefix]) => `\n    xmlns:${prefix}="${escapeXml(iri)}"`);
  return {
    head: () => `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declarations.join('')}>\n`,
    part: describeNodes,
    foot: () => '</rdf:RDF>\n',
  };
}
