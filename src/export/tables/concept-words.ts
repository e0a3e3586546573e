import { STANCE_POLARITY } from '../../model/claim.ts';

/** The nine stances, from support to rejection. */
export const STANCES: readonly string[] = Object.keys(STANCE_POLARITY);

/** The degrees of the source's own certainty. */
export const CERTAINTIES = ['certain', 'probable', 'possible', 'underspecified'] as const;

/** How words reach the reader. */
export const REPORTING_KINDS = [
  'direct-quotation',
  'indirect-speech',
  'mixed-quotation',
  'article-voice',
  'headline',
] as const;

/** What an actor is; `voice` is the article's own voice or nobody named. */
export const ACTOR_TYPES = [
  'group',
  'organisation',
  'outlet',
  'person',
  'place',
  'state',
  'voice',
  'other',
] as const;
