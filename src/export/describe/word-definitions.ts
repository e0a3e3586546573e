import type { Quad } from '@rdfjs/types';
import { PREFIXES, rdf, rdfs, skos } from '../../rdf/vocabulary.ts';

/** What a word of the tables means, with an example from the news. */
export interface WordDefinition {
  /** As cells hold it: `conditionally-supports`. */
  readonly word: string;
  readonly meaning: string;
  readonly example: string;
}

/** The kinds of term whose instances stand in cells as words, with the column that holds them. */
const KINDS: Readonly<Record<string, string>> = {
  [`${PREFIXES.dip}Stance`]: 'stance',
  [`${PREFIXES.dip}Certainty`]: 'certainty',
  [`${PREFIXES.dip}ReportingKind`]: 'reporting',
};

/** The words of the columns stance, certainty and reporting, as the ontology explains them, in its order. */
export function readWordDefinitions(
  ontology: readonly Quad[],
): ReadonlyMap<string, readonly WordDefinition[]> {
  const words = new Map<string, WordDefinition[]>();
  for (const { subject, predicate, object } of ontology) {
    const column = predicate.equals(rdf.type) ? KINDS[object.value] : undefined;
    if (column === undefined) continue;
    const own = ontology.filter((each) => each.subject.equals(subject));
    const say = (property: Quad['predicate']): string =>
      own.find((each) => each.predicate.equals(property))?.object.value ?? '';
    const definition = {
      word: say(rdfs.label).replaceAll(' ', '-'),
      meaning: say(rdfs.comment),
      example: say(skos.example),
    };
    words.set(column, [...(words.get(column) ?? []), definition]);
  }
  return words;
}
