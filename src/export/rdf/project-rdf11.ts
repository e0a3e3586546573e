import { createHash } from 'node:crypto';
import type { Quad } from '@rdfjs/types';
import { distinctQuads } from '../../rdf/distinct-quads.ts';
import { TermWriter } from '../../rdf/term-writer.ts';
import { quad } from '../../rdf/terms.ts';
import { articleKeyOf } from '../article-keys.ts';

/** Tells what was met before, part by part. */
export interface RepetitionTest {
  /** Whether a text on a subject was met; the next time it will have been. */
  readonly isRepeated: (text: string, subject: string) => boolean;
  /** Says that a part is at its end. */
  readonly endPart: () => void;
}

/**
 * Remembers what is said of subjects of which several parts may speak. Of the first part, which is of no article,
 * everything is remembered; of the articles' only what is no article's own.
 */
export function createRepetitionTest(): RepetitionTest {
  const met = new Set<string>();
  const articlesOfFirst = new Set<string>();
  let isFirst = true;
  return {
    isRepeated: (text, subject) => {
      const article = articleKeyOf(subject);
      if (article !== undefined) {
        if (isFirst) articlesOfFirst.add(article);
        else if (!articlesOfFirst.has(article)) return false;
      }
      const hash = createHash('sha256').update(text, 'utf8').digest('base64').slice(0, 16);
      if (met.has(hash)) return true;
      if (isFirst || article === undefined) met.add(hash);
      return false;
    },
    endPart: () => {
      isFirst = false;
    },
  };
}

/**
 * RDF 1.1 without names of graphs, part by part: triples that hold a triple term are left out, and each triple is given
 * once though several articles say it. No claim is lost, since holder, stance and issue are properties of the claim too.
 */
export function createRdf11Projection(): (quads: readonly Quad[]) => readonly Quad[] {
  const repetition = createRepetitionTest();
  const writer = new TermWriter({});
  return (quads) => {
    const plain = quads.flatMap(({ subject, predicate, object }) =>
      subject.termType === 'Quad' || object.termType === 'Quad' || predicate.termType !== 'NamedNode'
        ? []
        : [quad(subject, predicate, object)],
    );
    const fresh = distinctQuads(plain).filter(
      ({ subject, predicate, object }) =>
        !repetition.isRepeated(
          [subject, predicate, object].map((term) => writer.term(term)).join(' '),
          subject.value,
        ),
    );
    repetition.endPart();
    return fresh;
  };
}
