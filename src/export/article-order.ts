import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../rdf/compare-code-units.ts';
import { quad, stringLiteral } from '../rdf/terms.ts';
import { dcterms, prov } from '../rdf/vocabulary.ts';
import { articleKeyOf } from './article-keys.ts';

/** The order of articles, by their identifiers, for whatever belongs to one of them. */
export class ArticleOrder {
  readonly #ofArticle = new Map<string, string>();
  readonly #ofKey = new Map<string, string>();
  readonly #ofGraph = new Map<string, string>();

  /** Takes the identifiers of the articles in a part of the graph. */
  note(quads: readonly Quad[]): void {
    for (const { subject, predicate, object, graph } of quads) {
      if (!predicate.equals(dcterms.identifier)) continue;
      this.#ofArticle.set(subject.value, object.value);
      const key = articleKeyOf(subject.value);
      if (key !== undefined) this.#ofKey.set(key, object.value);
      const known = this.#ofGraph.get(graph.value);
      if (known === undefined || object.value < known) this.#ofGraph.set(graph.value, object.value);
    }
  }

  compareGraphs(left: string, right: string): number {
    const [one, other] = [left, right].map((graph) => this.#ofGraph.get(graph) ?? '');
    return compareCodeUnits(one ?? '', other ?? '') || compareCodeUnits(left, right);
  }

  /** Compares IRIs by the articles to which they belong; those of no article come first. */
  compareIris(left: string, right: string): number {
    const [one, other] = [left, right].map((iri) => this.#ofKey.get(articleKeyOf(iri) ?? '') ?? '');
    return compareCodeUnits(one ?? '', other ?? '') || compareCodeUnits(left, right);
  }

  /** The quads with the identifiers of the articles that they are derived from, which may stand in other parts. */
  identify(quads: readonly Quad[]): readonly Quad[] {
    const missing = quads.flatMap(({ predicate, object, graph }) => {
      const identifier = this.#ofArticle.get(object.value);
      return identifier === undefined ||
        object.termType !== 'NamedNode' ||
        !predicate.equals(prov.wasDerivedFrom)
        ? []
        : [quad(object, dcterms.identifier, stringLiteral(identifier), graph)];
    });
    return [...quads, ...missing];
  }
}
