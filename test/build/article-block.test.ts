import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { graphFileHeader } from '../../src/build/graph-file.ts';
import { loadInference } from '../../src/build/inferred-block.ts';
import { processArticle } from '../../src/build/process-articles.ts';
import { readFacts } from '../../src/infer/read-facts.ts';
import type { Facts } from '../../src/infer/read-facts.ts';
import { parseRdf } from '../../src/rdf/parse-rdf.ts';
import { loadResources } from '../../src/resources.ts';

const TEXT = `Finland and Sweden apply

Finnish Foreign Minister Pekka Haavisto said on Sunday that Ukraine should join NATO. “We support its membership,” he said.
Hungary no longer opposes NATO membership for Ukraine, Foreign Minister Péter Szijjártó told reporters in Brussels.
`;

/** In an order that does not depend on the order of the quads. */
function sorted({ claims, articles, triples }: Facts): Facts {
  return {
    claims: claims.toSorted((left, right) => (left.claim < right.claim ? -1 : 1)),
    articles,
    triples: triples.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
  };
}

describe('a block', () => {
  it('brings the facts that its text gives when it is read again', async () => {
    const { phrases } = loadInference();
    const sha256 = createHash('sha256').update(TEXT).digest('hex');
    const article = { id: 'a', text: TEXT, sha256, date: '2022-05-15', metadata: [], origin: 'a.txt' };
    const settings = { run: 'https://example.org/run', includeText: true, resources: {}, phrases };
    const { block, failure } = processArticle(
      { article, fingerprint: 'ab' },
      await loadResources(),
      settings,
    );
    expect(failure).toBeUndefined();
    const text = graphFileHeader() + new TextDecoder().decode(block?.trig);
    const read = readFacts(await parseRdf(text, { format: 'trig', where: 'a.trig' }), phrases);
    expect(block?.facts?.claims.length).toBeGreaterThan(1);
    expect(block?.facts?.triples.length).toBeGreaterThan(1);
    expect(block?.facts && sorted(block.facts)).toEqual(sorted(read));
  });
});
