import type { NamedNode } from '@rdfjs/types';
import type { Claim } from '../model/claim.ts';
import { shortHash } from '../rdf/iris.ts';

/**
 * The hash of each claim, by its id: one claim is one evidence, holder and issue, so that a better stance or speaker
 * found later does not change the claim's IRI. A second claim with the same three is told apart by its number.
 */
export function hashClaims(
  claims: readonly Claim[],
  { actor, issue }: { actor: (reference: string) => NamedNode; issue: (id: string) => NamedNode },
): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  const hashes = new Map<string, string>();
  for (const claim of claims) {
    const evidence = claim.content.map(({ start, end }) => `${start}-${end}`);
    const topic = claim.issue === undefined ? '' : issue(claim.issue).value;
    const hash = shortHash([actor(claim.holder).value, topic, ...evidence], 12);
    const count = (taken.get(hash) ?? 0) + 1;
    taken.set(hash, count);
    hashes.set(claim.id, count === 1 ? hash : `${hash}-${count}`);
  }
  return hashes;
}
