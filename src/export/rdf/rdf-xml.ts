import type { Quad } from '@rdfjs/types';
import { PREFIXES } from '../../rdf/vocabulary.ts';
import { escapeXml } from '../formats/escape-xml.ts';
import { groupBySubject } from './group-by-subject.ts';

const XSD_STRING = `${PREFIXES.xsd}string`;

/** Namespace and local name of a predicate: RDF/XML writes predicates as names of elements and knows no other way. */
function splitPredicate(iri: string): readonly [string, string] {
  const [, namespace, name] = /^(.*[/#:])([A-Za-z_][\w.-]*)$/su.exec(iri) ?? [];
  if (namespace === undefined || name === undefined) {
    throw new Error(`RDF/XML cannot write the predicate ${iri}: its end is no XML name`);
  }
  return [namespace, name];
}

/** The triples as RDF/XML, node by node, in pieces; prefixes are declared for the namespaces in use. */
export function* writeRdfXml(quads: readonly Quad[]): Generator<string> {
  const known = new Map(
    Object.entries(PREFIXES).map(([prefix, iri]): readonly [string, string] => [iri, prefix]),
  );
  const namespaces = [
    ...new Set(quads.map(({ predicate }) => splitPredicate(predicate.value)[0])),
  ].toSorted();
  const prefixes = new Map(namespaces.map((iri, index) => [iri, known.get(iri) ?? `ns${index + 1}`]));
  prefixes.set(PREFIXES.rdf, 'rdf');
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF';
  for (const [iri, prefix] of [...prefixes].toSorted(([, left], [, right]) => (left < right ? -1 : 1))) {
    yield `\n    xmlns:${prefix}="${escapeXml(iri)}"`;
  }
  yield '>\n';
  for (const { subject, properties } of groupBySubject(quads)) {
    yield `  <rdf:Description rdf:about="${escapeXml(subject)}">\n`;
    for (const { predicate, values } of properties) {
      const [namespace, name] = splitPredicate(predicate);
      const element = `${prefixes.get(namespace) ?? ''}:${name}`;
      for (const value of values) {
        if (value.termType !== 'Literal') {
          yield `    <${element} rdf:resource="${escapeXml(value.value)}"/>\n`;
          continue;
        }
        const kind =
          value.language === ''
            ? value.datatype.value === XSD_STRING
              ? ''
              : ` rdf:datatype="${escapeXml(value.datatype.value)}"`
            : ` xml:lang="${escapeXml(value.language)}"`;
        yield `    <${element}${kind}>${escapeXml(value.value)}</${element}>\n`;
      }
    }
    yield '  </rdf:Description>\n';
  }
  yield '</rdf:RDF>\n';
}
