import { dip, PREFIXES } from '../rdf/vocabulary.ts';
import { nearestNames } from './nearest-names.ts';

/** SKOS Reference, W3C Recommendation 2009, appendix A. */
const SKOS =
  'Collection Concept ConceptScheme OrderedCollection altLabel broadMatch broader broaderTransitive changeNote closeMatch definition editorialNote exactMatch example hasTopConcept hiddenLabel historyNote inScheme mappingRelation member memberList narrowMatch narrower narrowerTransitive notation note prefLabel related relatedMatch scopeNote semanticRelation topConceptOf'.split(
    ' ',
  );

interface Vocabulary {
  readonly prefix: 'dip' | 'skos';
  readonly names: readonly string[];
  readonly title: string;
}

/** The vocabularies whose terms are all known. */
const VOCABULARIES: readonly Vocabulary[] = [
  { prefix: 'dip', names: Object.keys(dip), title: 'the ontology' },
  { prefix: 'skos', names: SKOS, title: 'SKOS' },
];

/** A term that its vocabulary does not have. */
export interface UnknownTerm {
  /** From 1. */
  readonly line: number;
  /** “dip:holdr is not a term of the ontology; did you mean dip:holder?” */
  readonly message: string;
}

/** Strings, comments and IRIs, in which `dip:…` is no term, and the terms themselves. */
const TOKENS =
  /("""|''')[\s\S]*?\1|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<([^\s<>"]*)>|#[^\n]*|(?<![\w:.-])(dip|skos):([A-Za-z][\w-]*)/gu;

function describe(name: string, { prefix, names, title }: Vocabulary): string {
  // Classes begin with a capital, all else does not: “holdr” is nearer to “holder” than to “Holder”.
  const isClass = /^[A-Z]/u.test(name);
  const alike = names.filter((known) => /^[A-Z]/u.test(known) === isClass);
  const near = nearestNames(name, alike, 1)[0] ?? nearestNames(name, names, 1)[0];
  const hint = near === undefined ? '' : `; did you mean ${prefix}:${near}?`;
  return `${prefix}:${name} is not a term of ${title}${hint}`;
}

/** The terms in a text of SPARQL or Turtle that the ontology or SKOS does not have, each once, in their order. */
export function findUnknownTerms(text: string): readonly UnknownTerm[] {
  const found = new Map<string, UnknownTerm>();
  const declared = new Map(
    [...text.matchAll(/prefix\s+(dip|skos):\s*<([^>]*)>/giu)].map(([, prefix = '', iri]) => [prefix, iri]),
  );
  for (const { 2: iri = '', 3: prefix, 4: local = '', index } of text.matchAll(TOKENS)) {
    for (const vocabulary of VOCABULARIES) {
      const namespace = PREFIXES[vocabulary.prefix];
      const isOurs = (declared.get(vocabulary.prefix) ?? namespace) === namespace;
      const written = prefix === vocabulary.prefix && isOurs ? local : '';
      const name = iri.startsWith(namespace) ? iri.slice(namespace.length) : written;
      if (name === '' || vocabulary.names.includes(name)) continue;
      const message = describe(name, vocabulary);
      if (!found.has(message)) found.set(message, { line: text.slice(0, index).split('\n').length, message });
    }
  }
  return [...found.values()];
}
