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
  // Is any position asserted as fact?
  { query: 'asserted-as-fact', yes: false },
];
