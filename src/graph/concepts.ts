import type { NamedNode } from '@rdfjs/types';
import type { Reporting } from '../model/attribution.ts';
import type { Certainty, Stance } from '../model/claim.ts';
import type { Issue, PatternDirection } from '../model/issue.ts';
import type { Judgement } from '../model/link-decision.ts';
import type { EntityType } from '../model/mention.ts';
import { dip, schema } from '../rdf/vocabulary.ts';

/** The concept, and predicate, of each stance. */
export const STANCE_TERMS: Readonly<Record<Stance, NamedNode>> = {
  supports: dip.supports,
  'conditionally-supports': dip.conditionallySupports,
  proposes: dip.proposes,
  requests: dip.requests,
  asserts: dip.asserts,
  concedes: dip.concedes,
  doubts: dip.doubts,
  criticises: dip.criticises,
  rejects: dip.rejects,
};

/** The concept of each degree of the source's certainty. */
export const CERTAINTY_TERMS: Readonly<Record<Certainty, NamedNode>> = {
  certain: dip.certain,
  probable: dip.probable,
  possible: dip.possible,
  underspecified: dip.underspecified,
};

/** The concept of each kind of report. */
export const REPORTING_TERMS: Readonly<Record<Reporting, NamedNode>> = {
  direct: dip.DirectQuotation,
  indirect: dip.IndirectSpeech,
  mixed: dip.MixedQuotation,
  'article-voice': dip.ArticleVoice,
  headline: dip.Headline,
};

/** The concept of each outcome of a link decision. */
export const JUDGEMENT_TERMS: Readonly<Record<Judgement, NamedNode>> = {
  linked: dip.Linked,
  nil: dip.NotLinked,
  review: dip.ForReview,
};

/** The classes of an actor by the type of its entity. */
export const ACTOR_CLASSES: Readonly<Record<EntityType, readonly NamedNode[]>> = {
  person: [dip.Actor, schema.Person],
  state: [dip.Actor, dip.State],
  organisation: [dip.Actor, schema.Organization],
  place: [dip.Actor, schema.Place],
  group: [dip.Actor, dip.Group],
  outlet: [dip.Actor, dip.Outlet],
  other: [dip.Actor],
};

/** The concept of each kind of issue. */
export const ISSUE_KIND_TERMS: Readonly<Record<Issue['kind'], NamedNode>> = {
  policy: dip.Policy,
  fact: dip.Fact,
};

/** The concept of each direction of a pattern. */
export const DIRECTION_TERMS: Readonly<Record<PatternDirection, NamedNode>> = { pro: dip.Pro, con: dip.Con };
