import type { ExpectedAnswer } from './ask-library.ts';

/** The library's answers on the invented press corpus, whose point is time and outlets. */
export const PRESS_ANSWERS: readonly ExpectedAnswer[] = [
  {
    query: 'positions-over-time',
    parameters: { holder: 'Chile' },
    columns: 'issueName polarity stance since until reports articles dissenting',
    rows: [
      'treaty | -1 | dip:rejects | 2011-03-01 | 2013-02-01 | 1 | 2 | ',
      'treaty | 1 | dip:supports | 2013-02-01 |  | 1 | 1 | ',
    ],
  },
  {
    query: 'positions-over-time',
    parameters: { issue: 'port' },
    columns: 'holderName polarity reports dissenting',
    rows: ['Bolivia | 1 | 2 | 1'],
  },
  {
    query: 'position-matrix',
    columns: 'holderName issueName polarity',
    rows: [
      'Bolivia | port | 1',
      'Bolivia | treaty | 1',
      'Chile | treaty | 1',
      'Peru | treaty | 1',
      'Argentina | treaty | -1',
    ],
  },
  {
    query: 'who-moved',
    columns: 'holderName issueName stanceBefore stanceAfter changedOn basis words wordsBefore',
    rows: [
      'Chile | treaty | dip:rejects | dip:supports | 2013-02-01 | dip:StatedInText | Chile no longer opposes the treaty and will sign | Chile will not sign the treaty in its present form',
      'Chile | treaty | dip:rejects | dip:supports | 2013-02-01 | dip:TurnOfPolarity | Chile no longer opposes the treaty and will sign | Chile will not sign the treaty in its present form',
    ],
  },
  { query: 'who-moved', parameters: { since: '2014-01-01' }, columns: 'holderName', rows: [] },
  { query: 'who-moved', parameters: { holder: 'Peru' }, columns: 'holderName', rows: [] },
  {
    query: 'who-stands-alone',
    columns: 'holderName issueName polarity others',
    rows: ['Argentina | treaty | -1 | 3'],
  },
  { query: 'who-stands-alone', parameters: { issue: 'port' }, columns: 'holderName', rows: [] },
  {
    query: 'who-contradicts-whom',
    parameters: { holder: 'Argentina' },
    columns: 'forName againstName againstWords',
    rows: [
      'Bolivia | Argentina | the treaty is unacceptable to us',
      'Chile | Argentina | the treaty is unacceptable to us',
      'Peru | Argentina | the treaty is unacceptable to us',
    ],
  },
  {
    query: 'reported-differently',
    columns: 'holderName issueName stance article',
    rows: [
      'Bolivia | port | dip:rejects | courier-7',
      'Bolivia | port | dip:supports | courier-8',
      'Bolivia | port | dip:supports | herald-6',
    ],
  },
  {
    query: 'only-one-outlet',
    parameters: { outlet: 'Courier' },
    columns: 'outletName holderName issueName polarity reports',
    rows: ['Courier | Argentina | treaty | -1 | 1', 'Courier | Bolivia | treaty | 1 | 1'],
  },
  {
    query: 'shared-reports',
    columns: 'holderName issueName article',
    rows: ['Chile | treaty | courier-1', 'Chile | treaty | herald-0'],
  },
  {
    query: 'near-misses',
    parameters: { issue: 'port', stance: 'rejects' },
    columns: 'holderName why stanceTaken issueName',
    distinct: true,
    rows: [
      'Argentina | this stance, on another issue | dip:rejects | treaty',
      'Chile | this stance, on another issue | dip:rejects | treaty',
    ],
  },
  {
    query: 'near-misses',
    parameters: { issue: 'port', stance: 'rejects', holder: 'Chile' },
    columns: 'holderName why',
    rows: ['Chile | this stance, on another issue', 'Chile | this stance, on another issue'],
  },
  {
    query: 'who-agrees',
    parameters: { holder: 'Peru' },
    columns: 'issueName polarity holderName stance since words',
    rows: [
      'treaty | 1 | Bolivia | dip:supports | 2012-05-06 | La Paz backs the treaty',
      'treaty | 1 | Chile | dip:supports | 2013-02-01 | Chile no longer opposes the treaty and will sign',
    ],
  },
  {
    query: 'who-agrees',
    parameters: { issue: 'treaty' },
    columns: 'holderName',
    rows: ['Bolivia', 'Chile', 'Peru'],
  },
  { query: 'who-agrees', parameters: { holder: 'Argentina' }, columns: 'holderName', rows: [] },
  {
    query: 'compare-actors',
    parameters: { actor: 'Chile', other: 'Argentina' },
    columns: 'issueName verdict stance otherStance otherWords',
    rows: ['treaty | opposite sides | dip:supports | dip:rejects | the treaty is unacceptable to us'],
  },
  {
    query: 'compare-actors',
    parameters: { actor: 'Chile', other: 'Peru', issue: 'treaty' },
    columns: 'issueName verdict',
    rows: ['treaty | same side'],
  },
  {
    query: 'which-outlets',
    parameters: { issue: 'treaty', holder: 'Chile', stance: 'rejects' },
    columns: 'outletName holderName issueName stanceTaken claims articles firstReported',
    rows: [
      'Courier | Chile | treaty | dip:rejects | 1 | 1 | 2011-03-01',
      'Herald | Chile | treaty | dip:rejects | 1 | 1 | 2011-03-01',
    ],
  },
  {
    query: 'stance-counts',
    parameters: { issue: 'treaty' },
    columns: 'issueName stanceTaken actors claims articles',
    rows: ['treaty | dip:supports | 3 | 3 | 3', 'treaty | dip:rejects | 2 | 3 | 3'],
  },
  {
    query: 'stance-counts',
    parameters: { issue: 'port', polarity: '-1' },
    columns: 'stanceTaken actors',
    rows: ['dip:rejects | 1'],
  },
  {
    query: 'most-quoted',
    columns: 'speakerName claims articles issues',
    rows: ['Bolivia | 4 | 4 | 2', 'Chile | 3 | 3 | 1', 'Argentina | 1 | 1 | 1', 'Peru | 1 | 1 | 1'],
  },
  {
    query: 'most-quoted',
    parameters: { outlet: 'Herald', issue: 'treaty' },
    columns: 'speakerName claims',
    rows: ['Chile | 2', 'Peru | 1'],
  },
  {
    query: 'issue-overview',
    columns: 'issueName claims actors articles',
    rows: ['treaty | 6 | 4 | 6', 'port | 3 | 1 | 3'],
  },
  { query: 'who-moved', parameters: { until: '2012-12-31' }, columns: 'holderName', rows: [] },
  {
    query: 'position-matrix',
    parameters: { holder: 'Chile' },
    columns: 'issueName polarity',
    rows: ['treaty | 1'],
  },
  {
    query: 'does-actor-take-position',
    parameters: { holder: 'Chile', issue: 'treaty', stance: 'supports', until: '2012-12-31' },
    yes: false,
  },
  {
    query: 'does-actor-take-position',
    parameters: { holder: 'Chile', issue: 'treaty', polarity: '-1', until: '2012-12-31' },
    yes: true,
  },
  {
    query: 'positions-reported',
    parameters: { since: '2012-05-06', until: '2012-06-01', outlet: 'Courier', polarity: '-1' },
    columns: 'reportedOn holderName issueName stanceTaken article',
    rows: [
      '2012-05-07 | Argentina | treaty | dip:rejects | courier-5',
      '2012-06-01 | Bolivia | port | dip:rejects | courier-7',
    ],
  },
];
