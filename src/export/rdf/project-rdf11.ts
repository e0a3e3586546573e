import { createHash } from 'node:crypto';
import type { Quad } from '@rdfjs/types';
import { distinctQuads } from '../../rdf/distinct-quads.ts';
import { TermWriter } from '../../rdf/term-writer.ts';
import { quad } from '../../rdf/terms.ts';

/** IRIs that hold an article's key are of that article, and are in no other part of a graph. */
const OF_ONE_ARTICLE = /[/#][0-9a-f]{16}(?:[-/]|$)/u;

/** Tells what of a subject that several articles speak of was met before; of all others nothing needs to be remembered. */
export function createRepetitionTest(): (text: string, subject: string) => boolean {
  const met = new Set<string>();
  return (text, subject) => {
    if (OF_ONE_ARTICLE.test(subject)) return false;
    const hash = createHash('sha256').update(text, 'utf8').digest('base64').slice(0, 16);
    if (met.has(hash)) return true;
    met.add(hash);
    return false;
  };
}

/**
 * RDF 1.1 without names of graphs, part by part: triples that hold a triple term are left out, and each triple is given
 * once though several articles say it. No claim is lost, since holder, stance and issue are properties of the claim too.
 */
export function createRdf11Projection(): (quads: readonly Quad[]) => readonly Quad[] {
  const isRepeated = createRepetitionTest();
  const writer = new TermWriter({});
  return (quads) => {
    const plain = quads.flatMap(({ subject, predicate, object }) =>
      subject.termType === 'Quad' || object.termType === 'Quad' || predicate.termType !== 'NamedNode'
        ? []
        : [quad(subject, predicate, object)],
    );
    return distinctQuads(plain).filter(
      ({ subject, predicate, object }) =>
        !isRepeated([subject, predicate, object].map((term) => writer.term(term)).join(' '), subject.value),
    );
  };
}
