import type { ExpectedAnswer } from './ask-library.ts';

const MEMBERSHIP = 'ukraine-nato-membership';

/** The library's answers on the sample article, after its competency questions. */
export const SAMPLE_ANSWERS: readonly ExpectedAnswer[] = [
  // Which actors reject NATO membership for Ukraine? Not the Kremlin, not Zelenskyy.
  {
    query: 'who-rejects',
    parameters: { issue: MEMBERSHIP },
    columns: 'holderName',
    distinct: true,
    rows: ['United States'],
  },
  // Does the Kremlin state a position on NATO membership here?
  { query: 'does-actor-take-position', parameters: { holder: 'Kremlin', issue: MEMBERSHIP }, yes: false },
  // Who concedes without rejecting?
  {
    query: 'who-concedes',
    parameters: { issue: MEMBERSHIP },
    columns: 'holderName certainty',
    rows: ['Volodymyr Zelenskyy | dip:possible'],
  },
  // What does the Kremlin reject?
  {
    query: 'who-rejects',
    parameters: { issue: 'ukraine-land-swap' },
    columns: 'holderName',
    rows: ['Russia'],
  },
  // Is any position asserted as fact?
  { query: 'asserted-as-fact', yes: false },
];
