import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../rdf/compare-code-units.ts';
import { quad, stringLiteral } from '../rdf/terms.ts';
import { dcterms, prov } from '../rdf/vocabulary.ts';
import { articleKeyOf } from './article-keys.ts';
import { detachText } from './detach-text.ts';

/** The order of articles, by their identifiers, for whatever belongs to one of them. */
export class ArticleOrder {
  readonly #ofArticle = new Map<string, string>();
  readonly #ofKey = new Map<string, string>();
  readonly #ofGraph = new Map<string, string>();

  /** Takes the identifiers of the articles in a part of the graph. */
  note(quads: readonly Quad[]): void {
    for (const { subject, predicate, object, graph } of quads) {
      if (!predicate.equals(dcterms.identifier)) continue;
      const [article, identifier, name] = [subject, object, graph].map(({ value }) => detachText(value));
      if (article === undefined || identifier === undefined || name === undefined) continue;
      this.#ofArticle.set(article, identifier);
      const key = articleKeyOf(article);
      if (key !== undefined) this.#ofKey.set(key, identifier);
      const known = this.#ofGraph.get(name);
      if (known === undefined || identifier < known) this.#ofGraph.set(name, identifier);
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
