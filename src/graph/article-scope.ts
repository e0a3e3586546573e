import type { NamedNode } from '@rdfjs/types';
import type { ArticleResult } from '../model/article-result.ts';
import type { Article } from '../model/article.ts';
import { ARTICLE, UNATTRIBUTED } from '../model/claim.ts';
import type { ActorReference, Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Issue } from '../model/issue.ts';
import { articleIris, DEFAULT_BASE, ISSUE_BASE, outletIri, sharedActorIri } from '../rdf/iris.ts';
import type { ArticleIris } from '../rdf/iris.ts';
import { namedNode } from '../rdf/terms.ts';
import { dip } from '../rdf/vocabulary.ts';
import { hashClaims } from './claim-hash.ts';

/** What the encoding of an article depends on besides the article. */
export interface EncodeOptions {
  /** The IRI under which instances live, ending with `/` or `#`. */
  readonly base?: string;
  /** Whether the graph holds the article's whole text; true unless given. */
  readonly includeText?: boolean;
  /** The run that derived the claims: `runIri(…)`. */
  readonly run?: NamedNode;
  /** The issues by id: they say under which IRI an issue lives. */
  readonly issues?: ReadonlyMap<string, Pick<Issue, 'iri'>>;
}

/** An article's result with everything that its parts must agree upon: who has which IRI. */
export interface ArticleScope {
  readonly result: ArticleResult;
  readonly article: Article;
  readonly iris: ArticleIris;
  readonly includeText: boolean;
  readonly run: NamedNode | undefined;
  /** The outlet's node, where the article names its outlet. */
  readonly publisher: NamedNode | undefined;
  readonly actor: (reference: ActorReference) => NamedNode;
  readonly entity: (reference: ActorReference) => Entity | undefined;
  readonly issue: (id: string) => NamedNode;
  readonly claim: (id: string) => Claim;
  readonly claimHash: (id: string) => string;
}

/** Looks a key up that must be there: a missing one is a bug of the stage before. */
function require<Value>(values: ReadonlyMap<string, Value>, key: string, kind: string): Value {
  const value = values.get(key);
  if (value === undefined)
    throw new RangeError(`the article's result names ${kind} "${key}" but does not hold it`);
  return value;
}

function actorIri(entity: Entity, iris: ArticleIris, base: string): NamedNode {
  // The item first: so that graphs made with and without an entity file agree on who is who.
  if (entity.qid !== undefined) return sharedActorIri(entity.qid, base);
  return entity.iri === undefined ? iris.localActor(entity.id) : namedNode(entity.iri);
}

/** Gives every part of the article's result its IRI. */
export function openScope(result: ArticleResult, options: EncodeOptions): ArticleScope {
  const base = options.base ?? DEFAULT_BASE;
  const { article } = result.text;
  const iris = articleIris(article.sha256, base);
  const entities = new Map(result.entities.map((entity) => [entity.id, entity]));
  const actors = new Map(result.entities.map((entity) => [entity.id, actorIri(entity, iris, base)]));
  actors.set(ARTICLE, dip.articleVoice).set(UNATTRIBUTED, dip.unattributed);
  const actor = (reference: ActorReference): NamedNode => require(actors, reference, 'the actor');
  const claims = new Map(result.claims.map((claim) => [claim.id, claim]));
  const issue = (id: string): NamedNode => namedNode(options.issues?.get(id)?.iri ?? ISSUE_BASE + id);
  const hashes = hashClaims(result.claims, { actor, issue });
  const outlet = article.outlet;
  const outletEntity = result.entities.find(({ type, label }) => type === 'outlet' && label === outlet);
  const publisherOf = (name: string): NamedNode =>
    outletEntity === undefined ? outletIri(name, base) : actor(outletEntity.id);
  return {
    result,
    article,
    iris,
    includeText: options.includeText ?? true,
    run: options.run,
    publisher: outlet === undefined ? undefined : publisherOf(outlet),
    actor,
    entity: (reference) => entities.get(reference),
    issue,
    claim: (id) => require(claims, id, 'the claim'),
    claimHash: (id) => require(hashes, id, 'the claim'),
  };
}
