import type { Attribution } from '../model/attribution.ts';
import { ARTICLE, UNATTRIBUTED } from '../model/claim.ts';
import type { Stance } from '../model/claim.ts';
import { readProbability, weighEvidence } from './calibrate.ts';
import type { Doubt } from './calibrate.ts';
import type { Roles } from './find-roles.ts';
import { findEntity } from './index-actors.ts';
import type { Setting, Topic } from './choose-topics.ts';

/** What is rated: an attribution with the topic, roles and stance that were read from it. */
export interface Rated {
  readonly attribution: Attribution;
  readonly topic: Topic;
  readonly roles: Roles;
  readonly stance: Stance;
  /** Whether the cue is for or against what the content names. */
  readonly isSided: boolean;
}

const UNUSUAL: ReadonlySet<string> = new Set(['place', 'other', 'outlet']);
const SHORT = 50;

function findDoubts(
  { linked }: Setting,
  { attribution, topic, roles, stance, isSided }: Rated,
): readonly Doubt[] {
  const { match, antecedent } = topic;
  const { holder, speaker } = roles;
  const { content, cueKind, foundBy, parent } = attribution;
  const length = content.reduce((sum, { start, end }) => sum + end - start, 0);
  const type = findEntity(linked, holder)?.type ?? '';
  // “Opposed both articles” tells a position in a few words, of whatever issue.
  const isPlainSide = match === undefined && isSided;
  const isModelled = foundBy.includes('models');
  const doubts: readonly (readonly [Doubt, boolean])[] = [
    ['takenUp', antecedent !== undefined || match?.shown === 0],
    ['contrary', match?.direction === -1],
    ['undecided', match !== undefined && match.issue.kind === 'policy' && stance === 'asserts'],
    ['unattributed', holder === UNATTRIBUTED],
    ['unusual', holder === ARTICLE || UNUSUAL.has(type)],
    ['nested', parent !== undefined],
    ['handedOver', holder !== speaker && speaker !== ARTICLE],
    ['broken', content.length > 1],
    ['attitude', !isPlainSide && (cueKind === 'noun' || cueKind === 'attitude')],
    ['short', match === undefined && !isSided && length < SHORT],
    ['alone', !isModelled || foundBy.length === 1],
  ];
  return doubts.filter(([, holds]) => holds).map(([doubt]) => doubt);
}

/** The probability that a claim is right: its holder, issue and polarity, or its holder alone where no issue fits. */
export function rateClaim(setting: Setting, rated: Rated): number {
  const { attribution, topic } = rated;
  const { match } = topic;
  const score = weighEvidence({
    attribution: attribution.confidence,
    ...(match === undefined ? {} : { shown: match.words }),
    doubts: findDoubts(setting, rated),
  });
  const points = setting.lexicon.reliability.get(match === undefined ? 'none' : 'issue') ?? [];
  return readProbability(score, points);
}
