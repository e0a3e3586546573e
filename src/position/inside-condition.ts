import type { Token } from '../model/annotated-text.ts';
import type { Stance } from '../model/claim.ts';
import { covers } from '../model/span.ts';
import type { Condition } from './find-condition.ts';
import type { Matter, Outlook } from './outlook.ts';

const THREATS = /^(?:warn|threaten|caution)/;

/**
 * The stance towards what stands in the condition itself: “warned that it would retaliate if the sanctions are not
 * lifted” asks for their lifting, “will return to talks if they are lifted” does too. Undefined elsewhere.
 */
export function settleInCondition(
  target: Token,
  condition: Condition | undefined,
  { polarity, stance }: Outlook,
  cueLemma: string,
  kind: Matter,
): Stance | undefined {
  if (kind === 'fact' || condition === undefined || !covers(condition.span, target)) return undefined;
  // “If Hamas rejects the truce”: a position that is only supposed is nobody's.
  if (kind === 'none' || stance !== undefined) return 'asserts';
  if (THREATS.test(cueLemma)) return polarity < 0 ? 'requests' : 'rejects';
  return polarity > 0 ? 'requests' : 'asserts';
}
