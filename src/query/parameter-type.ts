/** The types that a parameter of a query may have. */
export const PARAMETER_TYPES = [
  'iri',
  'issue',
  'actor',
  'stance',
  'xsd:string',
  'xsd:date',
  'xsd:integer',
  'xsd:decimal',
  'xsd:boolean',
  'rdf:langString',
] as const;

/** What a parameter's value must be: a name that is looked up in the graph, an IRI, or a typed literal. */
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** Whether the word is a type. */
export function isParameterType(word: string): word is ParameterType {
  return PARAMETER_TYPES.some((type) => type === word);
}

/** The types that somebody may have meant by a word that is none: `date` → `xsd:date`. */
export function typesLike(word: string): readonly string[] {
  const wanted = word.toLowerCase().replace(/^.*:/u, '');
  return PARAMETER_TYPES.filter((type) => type.toLowerCase().endsWith(`:${wanted}`));
}
