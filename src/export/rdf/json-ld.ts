import type { Term } from '@rdfjs/types';
import { instancePrefixes } from '../../rdf/iris.ts';
import { PREFIXES } from '../../rdf/vocabulary.ts';
import type { PieceWriter } from './graph-files.ts';
import { groupBySubject } from './group-by-subject.ts';
import type { DescribedNode } from './group-by-subject.ts';

const RDF_TYPE = `${PREFIXES.rdf}type`;
const XSD_STRING = `${PREFIXES.xsd}string`;

/** The JSON-LD 1.1 context: the prefixes of the graph. Published beside the data as `context.jsonld`. */
export function jsonLdContext(): Readonly<Record<string, unknown>> {
  const prefixes = Object.entries(instancePrefixes()).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return {
    '@context': {
      '@version': 1.1,
      ...Object.fromEntries(prefixes.map(([prefix, iri]) => [prefix, { '@id': iri, '@prefix': true }])),
    },
  };
}

/** An IRI by the longest prefix that fits, where what is left is a name that JSON-LD expands again. */
function createCompactor(): (iri: string) => string {
  const prefixes = Object.entries(instancePrefixes()).toSorted(
    ([, left], [, right]) => right.length - left.length,
  );
  return (iri) => {
    for (const [prefix, start] of prefixes) {
      const name = iri.startsWith(start) ? iri.slice(start.length) : '';
      if (name !== '' && !name.startsWith('//')) return `${prefix}:${name}`;
    }
    return iri;
  };
}

/** JSON-LD 1.1, node by node: a flat `@graph` with the context written out. */
export function writeJsonLd(): PieceWriter {
  const compact = createCompactor();
  const valueOf = (term: Term): unknown => {
    if (term.termType !== 'Literal') return { '@id': compact(term.value) };
    if (term.language !== '') return { '@value': term.value, '@language': term.language };
    if (term.datatype.value === XSD_STRING) return term.value;
    return { '@value': term.value, '@type': compact(term.datatype.value) };
  };
  const nodeOf = ({ subject, properties }: DescribedNode): object => ({
    '@id': compact(subject),
    ...Object.fromEntries(
      properties.map(({ predicate, values }) =>
        predicate === RDF_TYPE
          ? ['@type', values.map(({ value }) => compact(value))]
          : [compact(predicate), values.map(valueOf)],
      ),
    ),
  });
  let separator = '\n';
  return {
    head: () => `${JSON.stringify(jsonLdContext(), undefined, 1).slice(0, -2)},\n "@graph": [`,
    part: function* part(quads) {
      for (const node of groupBySubject(quads)) {
        yield `${separator}  ${JSON.stringify(nodeOf(node))}`;
        separator = ',\n';
      }
    },
    foot: () => '\n ]\n}\n',
  };
}
