import type { AttributionRule } from './attribution-rule.ts';
import { accordingTo } from './rules/according-to.ts';
import { adjectiveReport } from './rules/adjective-report.ts';
import { articleStance } from './rules/article-stance.ts';
import { asReport } from './rules/as-report.ts';
import { colonQuotation } from './rules/colon-quotation.ts';
import { copularReport } from './rules/copular-report.ts';
import { directQuotation } from './rules/direct-quotation.ts';
import { ellipticReport } from './rules/elliptic-report.ts';
import { freeQuotation } from './rules/free-quotation.ts';
import { headlineReport } from './rules/headline-report.ts';
import { headlineClaim } from './rules/headline-claim.ts';
import { inOnesView } from './rules/in-ones-view.ts';
import { indirectSpeech, parenthesis } from './rules/indirect-speech.ts';
import { infinitiveReport } from './rules/infinitive-report.ts';
import { looseClause } from './rules/loose-clause.ts';
import { misplacedMarks } from './rules/misplaced-marks.ts';
import { plainOrder } from './rules/plain-order.ts';
import { objectReport, reportedAct } from './rules/object-report.ts';
import { lightVerbReport, reportingNoun } from './rules/reporting-noun.ts';
import { speakerTurn } from './rules/speaker-turn.ts';

/** The constructions that attribute, tried in this order: of two that claim the same cue the earlier one has it. */
export const ATTRIBUTION_RULES: readonly AttributionRule[] = [
  speakerTurn,
  headlineReport,
  accordingTo,
  inOnesView,
  asReport,
  misplacedMarks,
  directQuotation,
  lightVerbReport,
  adjectiveReport,
  copularReport,
  infinitiveReport,
  indirectSpeech,
  parenthesis,
  objectReport,
  reportedAct,
  reportingNoun,
  ellipticReport,
  looseClause,
  colonQuotation,
  plainOrder,
];

/** What is left when everything that has a speaker has been found: these name nobody. */
export const REMAINDER_RULES: readonly AttributionRule[] = [headlineClaim, freeQuotation, articleStance];
