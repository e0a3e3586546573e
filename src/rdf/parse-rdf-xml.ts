import type { NamedNode, Quad, Quad_Object, Quad_Subject } from '@rdfjs/types';
import { graph, parse } from 'rdflib';
import { InputError } from '../model/input-error.ts';
import { languageLiteral, namedNode, quad, termFactory, typedLiteral } from './terms.ts';

/** A term of the other library, which has kinds that ours does not know. */
interface ForeignTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

function ownNode(term: ForeignTerm): NamedNode {
  return namedNode(term.value);
}

function ownSubject(term: ForeignTerm): Quad_Subject {
  return term.termType === 'BlankNode' ? termFactory.blankNode(term.value) : ownNode(term);
}

function ownObject(term: ForeignTerm, where: string): Quad_Object {
  if (term.termType === 'Collection') {
    throw new InputError(where, 'holds a list, which is not supported in RDF/XML; write it as Turtle');
  }
  if (term.termType !== 'Literal') return ownSubject(term);
  const { datatype, language = '', value } = term;
  if (language !== '') return languageLiteral(value, language);
  return typedLiteral(value, namedNode(datatype?.value ?? 'http://www.w3.org/2001/XMLSchema#string'));
}

/** The line that the XML parser found fault with, as `:3`; empty where it does not know. */
function lineOf(error: Error): string {
  const locator: unknown = 'locator' in error ? error.locator : undefined;
  if (typeof locator !== 'object' || locator === null || !('lineNumber' in locator)) return '';
  return typeof locator.lineNumber === 'number' && locator.lineNumber > 0 ? `:${locator.lineNumber}` : '';
}

/** The quads of an RDF/XML document, all in the default graph; an InputError names the file and, if known, the line. */
export function parseRdfXml(
  text: string,
  { where, baseIri = 'https://w3id.org/demarche/id/' }: { readonly where: string; readonly baseIri?: string },
): readonly Quad[] {
  const document = graph();
  const failures: Error[] = [];
  parse(text, document, baseIri, 'application/rdf+xml', (error) => {
    if (error instanceof Error) failures.push(error);
  });
  const [failure] = failures;
  if (failure !== undefined) {
    throw new InputError(`${where}${lineOf(failure)}`, `not readable as RDF/XML: ${failure.message}`, {
      cause: failure,
    });
  }
  return document.statements.map(({ subject, predicate, object }) =>
    quad(ownSubject(subject), ownNode(predicate), ownObject(object, where)),
  );
}
