/** The key of the article to which an IRI belongs; undefined where several articles may speak of what it names. */
export function articleKeyOf(iri: string): string | undefined {
  return /[/#]([0-9a-f]{16})(?:[-/]|$)/u.exec(iri)?.[1];
}
