/** What a term of the dictionary is. Number 0 is no term: an unbound variable. `languageTag` is no RDF term: literals point to it. */
export const TERM_KIND = {
  defaultGraph: 1,
  iri: 2,
  blank: 3,
  typedLiteral: 4,
  languageLiteral: 5,
  languageTag: 6,
  triple: 7,
} as const;

/** The number of the graph without a name. */
export const DEFAULT_GRAPH_ID = 1;

/** Bit of a kind: the text has a code unit above 255 and is kept in two bytes a unit. */
export const WIDE = 8;
