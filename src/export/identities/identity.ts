import type { Judgement } from '../../model/link-decision.ts';
import type { Span } from '../../model/span.ts';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';

/** A mention of an actor, with its words and its line where the graph holds the article's text. */
export interface IdentityMention extends Span {
  /** Key of the article. */
  readonly key: string;
  /** The article's identifier. */
  readonly article: string;
  readonly kind: string;
  readonly words?: string;
  /** From 1. */
  readonly line?: number;
}

/** Who an actor of a graph is, and why: its decisions over all articles, the least certain one first. */
export interface Identity {
  /** IRI. */
  readonly actor: string;
  readonly label: string;
  /** The other names, in code-unit order. */
  readonly names: readonly string[];
  /** `person`, `state`, `organisation`, `place`, `group`, `outlet` or `other`. */
  readonly type: string;
  /** Wikidata item, where linked. */
  readonly qid?: string;
  readonly judgement: Judgement;
  /** The lowest score, 0–1. */
  readonly score: number;
  /** The best candidate's item where the actor is not linked. */
  readonly candidate?: string;
  readonly runnerUp?: { readonly qid: string; readonly label: string; readonly score: number };
  readonly reasons: readonly string[];
  readonly foundBy: string;
  /** Who decided and when, where a person did. */
  readonly decided?: { readonly by: string; readonly on: string };
  /** Offices that articles give the actor. */
  readonly offices: readonly string[];
  readonly mentions: readonly IdentityMention[];
  /** Claims that the actor holds, speaks or stands behind. */
  readonly claims: number;
}

/** Below this a link is doubtful: the linker’s own threshold for names that little else supports. */
const SURE = 0.8;
/** A runner-up nearer than this makes a link doubtful. */
const NEAR = 0.1;
/** A candidate that scored this much is worth a look. */
const WORTH_A_LOOK = 0.6;

/** Whether a person should look at the decision: it waits for one, or another outcome was near. */
export function isUncertain({ judgement, score, runnerUp, decided }: Identity): boolean {
  if (decided !== undefined) return false;
  if (judgement === 'review') return true;
  if (judgement === 'nil') return score >= WORTH_A_LOOK;
  return score < SURE || (runnerUp !== undefined && score - runnerUp.score < NEAR);
}

/** Order in which decisions change most: by claims, then by mentions, then by IRI. */
export function compareByEffect(left: Identity, right: Identity): number {
  return (
    right.claims - left.claims ||
    right.mentions.length - left.mentions.length ||
    compareCodeUnits(left.actor, right.actor)
  );
}
