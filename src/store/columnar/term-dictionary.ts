import type { DefaultGraph, Quad_Object, Term } from '@rdfjs/types';
import { DEFAULT_GRAPH, languageLiteral, namedNode, termFactory, typedLiteral } from '../../rdf/terms.ts';
import { DEFAULT_GRAPH_ID, TERM_KIND, WIDE } from './term-kind.ts';
import type { TermTable } from './term-table.ts';
import { findTerm, textOfTerm } from './term-table.ts';

/** Finds or makes the number of a term described by kind, qualifier and text; 0 when there is none. */
export type TermNumbering = (kind: number, qualifier: number, text: string) => number;

/** The number of an RDF term, part by part; 0 when the numbering does not know one of its parts. */
export function numberTerm(term: Term, numbering: TermNumbering): number {
  switch (term.termType) {
    case 'NamedNode':
      return numbering(TERM_KIND.iri, 0, term.value);
    case 'BlankNode':
      return numbering(TERM_KIND.blank, 0, term.value);
    case 'Literal': {
      if (term.language === '') {
        const datatype = numbering(TERM_KIND.iri, 0, term.datatype.value);
        return datatype === 0 ? 0 : numbering(TERM_KIND.typedLiteral, datatype, term.value);
      }
      // Tags differ in case only by spelling (BCP 47); lower case is RDF 1.2's canonical form.
      const language = term.language.toLowerCase();
      const direction = term.direction ?? '';
      const tag = numbering(
        TERM_KIND.languageTag,
        0,
        direction === '' ? language : `${language}--${direction}`,
      );
      return tag === 0 ? 0 : numbering(TERM_KIND.languageLiteral, tag, term.value);
    }
    case 'Quad': {
      const subject = numberTerm(term.subject, numbering);
      const predicate = numberTerm(term.predicate, numbering);
      const object = numberTerm(term.object, numbering);
      if (subject === 0 || predicate === 0 || object === 0) return 0;
      return numbering(TERM_KIND.triple, 0, packTriple(subject, predicate, object));
    }
    case 'DefaultGraph':
      return numbering(TERM_KIND.defaultGraph, 0, '');
    case 'Variable':
      throw new TypeError(`the variable ?${term.value} has no number`);
    default:
      return 0;
  }
}

/** Three numbers as six code units. */
export function packTriple(subject: number, predicate: number, object: number): string {
  return String.fromCharCode(
    subject >>> 16,
    subject & 0xffff,
    predicate >>> 16,
    predicate & 0xffff,
    object >>> 16,
    object & 0xffff,
  );
}

/** One part of a packed triple: 0 subject, 1 predicate, 2 object. */
export function unpackTriple(packed: string, part: 0 | 1 | 2): number {
  return packed.charCodeAt(2 * part) * 0x1_0000 + packed.charCodeAt(2 * part + 1);
}

/** What a dictionary holds. */
export type StoredTerm = Quad_Object | DefaultGraph;

/** Terms by number and numbers by term. */
export interface TermDictionary {
  /** One more than the greatest number. */
  readonly length: number;
  readonly table: TermTable;
  /** The number of a term; 0 when it is not in the dictionary. */
  readonly find: (term: Term) => number;
  /** The number by kind, qualifier and text; 0 when it is not in the dictionary. */
  readonly lookUp: TermNumbering;
  readonly term: (id: number) => StoredTerm;
  /** One of `TERM_KIND`. */
  readonly kind: (id: number) => number;
  /** The number of a literal's datatype or language tag. */
  readonly qualifier: (id: number) => number;
  readonly text: (id: number) => string;
}

/** The dictionary over a table. */
export function createTermDictionary(table: TermTable): TermDictionary {
  const lookUp: TermNumbering = (kind, qualifier, text) => findTerm(table, kind, qualifier, text);
  const text = (id: number): string => textOfTerm(table, id);
  const kind = (id: number): number => (table.kinds[id] ?? 0) & ~WIDE;
  const qualifier = (id: number): number => table.qualifiers[id] ?? 0;
  return {
    length: table.length,
    table,
    find: (term) => (term.termType === 'DefaultGraph' ? DEFAULT_GRAPH_ID : numberTerm(term, lookUp)),
    lookUp,
    term: (id) => makeTerm({ kind, qualifier, text }, id),
    kind,
    qualifier,
    text,
  };
}

/** The RDF term of a number, from whatever knows kinds, qualifiers and texts. */
export function makeTerm(terms: Pick<TermDictionary, 'kind' | 'qualifier' | 'text'>, id: number): StoredTerm {
  const text = terms.text(id);
  switch (terms.kind(id)) {
    case TERM_KIND.iri:
      return namedNode(text);
    case TERM_KIND.blank:
      return termFactory.blankNode(text);
    case TERM_KIND.typedLiteral:
      return typedLiteral(text, namedNode(terms.text(terms.qualifier(id))));
    case TERM_KIND.languageLiteral:
      return languageLiteral(text, terms.text(terms.qualifier(id)));
    case TERM_KIND.triple:
      return makeTripleTerm(
        makeTerm(terms, unpackTriple(text, 0)),
        makeTerm(terms, unpackTriple(text, 1)),
        makeTerm(terms, unpackTriple(text, 2)),
      );
    case TERM_KIND.defaultGraph:
      return DEFAULT_GRAPH;
    default:
      throw new RangeError(`the dictionary has no term ${id}`);
  }
}

function makeTripleTerm(subject: StoredTerm, predicate: StoredTerm, object: StoredTerm): StoredTerm {
  if (
    (subject.termType === 'NamedNode' || subject.termType === 'BlankNode') &&
    predicate.termType === 'NamedNode' &&
    object.termType !== 'DefaultGraph'
  ) {
    return termFactory.quad(subject, predicate, object);
  }
  throw new TypeError(
    `a triple term cannot hold ${subject.termType} ${predicate.termType} ${object.termType}`,
  );
}
