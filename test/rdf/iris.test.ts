import { describe, expect, it } from 'vitest';
import { articleIris, outletIri, sharedActorIri } from '../../src/rdf/iris.ts';

const SHA256 = '0123456789abcdef'.repeat(4);

describe('minting IRIs', () => {
  it('keys everything of an article by the first 16 digits of its hash', () => {
    const iris = articleIris(SHA256, 'https://example.org/');
    expect(iris.graph.value).toBe('https://example.org/graph/0123456789abcdef');
    expect(iris.mention({ start: 3, end: 9 }).value).toBe('https://example.org/mention/0123456789abcdef/3-9');
    expect(iris.localActor('e3').value).toBe('https://example.org/actor/0123456789abcdef-e3');
  });

  it('shares an identified actor between articles', () => {
    expect(sharedActorIri('Q30').value).toBe('https://w3id.org/demarche/id/actor/Q30');
  });

  it.each([
    ['Al Jazeera', /actor\/outlet-al-jazeera$/u],
    ['Правда', /actor\/outlet-[0-9a-f]{8}$/u],
    ['Le Monde (Paris)', /actor\/outlet-le-monde-paris-[0-9a-f]{8}$/u],
  ])('names the outlet %s', (name, iri) => {
    expect(outletIri(name).value).toMatch(iri);
  });

  it('tells outlets apart whose names differ only in marks', () => {
    expect(outletIri('A-B').value).not.toBe(outletIri('A B').value);
  });
});
