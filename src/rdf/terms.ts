import type {
  DataFactory as RdfFactory,
  DefaultGraph,
  Literal,
  NamedNode,
  Quad,
  Quad_Graph,
  Quad_Object,
  Quad_Subject,
} from '@rdfjs/types';
import { DataFactory } from 'n3';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** The factory behind every term, for the libraries that ask for one. */
export const termFactory: RdfFactory = DataFactory;

/** The graph without a name. */
export const DEFAULT_GRAPH: DefaultGraph = DataFactory.defaultGraph();

/** The node with this IRI. */
export function namedNode<Iri extends string>(iri: Iri): NamedNode<Iri> {
  return DataFactory.namedNode(iri);
}

/** A plain string. */
export function stringLiteral(value: string): Literal {
  return DataFactory.literal(value);
}

/** A string in a language, by its BCP 47 tag. */
export function languageLiteral(value: string, language: string): Literal {
  return DataFactory.literal(value, language);
}

/** A value of any datatype in the lexical form given. */
export function typedLiteral(value: string, datatype: NamedNode): Literal {
  return DataFactory.literal(value, datatype);
}

/** An xsd:integer. */
export function integerLiteral(value: number): Literal {
  return typedLiteral(String(value), namedNode(`${XSD}integer`));
}

/** An xsd:decimal with one to four places: `0.93`, `1.0`. */
export function decimalLiteral(value: number): Literal {
  return typedLiteral(value.toFixed(4).replace(/(\.\d+?)0+$/u, '$1'), namedNode(`${XSD}decimal`));
}

/** An xsd:boolean. */
export function booleanLiteral(value: boolean): Literal {
  return typedLiteral(String(value), namedNode(`${XSD}boolean`));
}

/** An xsd:date, from `YYYY-MM-DD`. */
export function dateLiteral(value: string): Literal {
  return typedLiteral(value, namedNode(`${XSD}date`));
}

/** A quad; without a graph it lies in the default graph. */
export function quad(
  subject: Quad_Subject,
  predicate: NamedNode,
  object: Quad_Object,
  graph?: Quad_Graph,
): Quad {
  return termFactory.quad(subject, predicate, object, graph);
}

/** An RDF 1.2 triple term `<<( subject predicate object )>>`: mentioned, not asserted. */
export function tripleTerm(subject: NamedNode, predicate: NamedNode, object: Quad_Object): Quad {
  return termFactory.quad(subject, predicate, object);
}
