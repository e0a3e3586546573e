import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { DIPLOMACY_TERMS, dip, PREFIXES, rdfs, skos } from '../../src/rdf/vocabulary.ts';

const ontology = parseTurtleFamily(readFileSync('ontology/diplomacy.ttl', 'utf8'), {
  format: 'turtle',
  where: 'o',
});
const shapes = readFileSync('ontology/shapes.ttl', 'utf8');

describe('the diplomacy ontology', () => {
  it('has the terms of the typed vocabulary and no others', () => {
    const described = new Set(
      ontology.map(({ subject }) => subject.value).filter((iri) => iri.startsWith(PREFIXES.dip)),
    );
    expect([...described].toSorted()).toEqual(DIPLOMACY_TERMS.map((name) => PREFIXES.dip + name).toSorted());
  });

  it.each(DIPLOMACY_TERMS)('says what dip:%s is, with an example', (name) => {
    const values = (property: { readonly value: string }): readonly string[] =>
      ontology
        .filter(
          ({ subject, predicate }) => subject.value === dip[name].value && predicate.value === property.value,
        )
        .map(({ object }) => object.value);
    expect(values(rdfs.label)).toHaveLength(1);
    expect(values(rdfs.comment).map((text) => text.length > 5)).toEqual([true]);
    expect(values(skos.example)).toHaveLength(1);
    expect(values(rdfs.isDefinedBy)).toEqual(['https://w3id.org/demarche/ontology']);
  });

  it('holds every term that its own statements and the shapes use', () => {
    const known = new Set<string>(DIPLOMACY_TERMS);
    const inOntology = ontology.flatMap(({ predicate, object }) => [predicate.value, object.value]);
    const used = [
      ...inOntology
        .filter((iri) => iri.startsWith(PREFIXES.dip))
        .map((iri) => iri.slice(PREFIXES.dip.length)),
      ...[...shapes.matchAll(/\bdip:(\w+)/gu)].map(([, name = '']) => name),
    ];
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it('does not compile a misspelt term', () => {
    // @ts-expect-error -- “holdr” is no term
    expect(dip.holdr).toBeUndefined();
  });
});
