import type { ExpectedAnswer } from './ask-library.ts';

const DAM = 'nile-dam-filling';
const OBSERVERS = 'nile-dam-observers';
const KOSOVO = 'kosovo-un-membership';

/** The library's answers on the three invented articles of `test/fixtures/graph`. */
export const EXAMPLE_ANSWERS: readonly ExpectedAnswer[] = [
  {
    query: 'who-rejects',
    parameters: { issue: DAM },
    columns: 'holderName speakerName stance quotation article start end confidence',
    rows: [
      'Egypt | Samir Halim | dip:rejects | Cairo “rejects any filling of the reservoir without an agreement” | nile-1 | 161 | 226 | 0.93',
    ],
  },
  {
    query: 'who-rejects',
    parameters: { issue: DAM, headlines: 'true' },
    columns: 'holderName speakerName start',
    rows: ['Egypt | articleVoice | 0', 'Egypt | Samir Halim | 161'],
  },
  {
    query: 'who-supports',
    parameters: { issue: OBSERVERS },
    columns: 'holderName speakerName stance condition start end',
    rows: [
      'Ethiopia | Dina Alemu | dip:conditionallySupports | if they are chosen by the African Union | 228 | 366',
    ],
  },
  {
    query: 'who-supports',
    parameters: { issue: KOSOVO },
    columns: 'holderName stance condition',
    rows: ['Albania | dip:supports | '],
  },
  {
    query: 'who-concedes',
    parameters: { issue: DAM },
    columns: 'holderName speakerName certainty',
    rows: ['Sudan | Samir Halim | dip:probable'],
  },
  {
    query: 'negative-positions',
    parameters: { issue: KOSOVO },
    columns: 'holderName stance reporting',
    rows: [
      'articleVoice | dip:doubts | dip:ArticleVoice',
      'Marko Petrović | dip:rejects | dip:MixedQuotation',
    ],
  },
  {
    query: 'positions-of-actor',
    parameters: { holder: 'Q1049' },
    columns: 'reportedOn saidOn issueName stanceTaken certainty speakerName',
    rows: [
      '2021-04-07 |  | Filling of the Nile dam | dip:concedes | dip:probable | Samir Halim',
      '2021-06-22 | 2021-06 | Filling of the Nile dam | dip:supports | dip:possible | irrigation ministry',
    ],
  },
  {
    query: 'positions-of-actor',
    parameters: { holder: 'Sudan', since: '2021-05-01' },
    columns: 'reportedOn stanceTaken',
    rows: ['2021-06-22 | dip:supports'],
  },
  { query: 'positions-of-actor', parameters: { holder: 'Serbia' }, columns: 'stanceTaken', rows: [] },
  {
    query: 'positions-of-actor',
    parameters: { holder: 'Serbia', office: 'true' },
    columns: 'stanceTaken speakerName',
    rows: ['dip:rejects | Marko Petrović'],
  },
  {
    query: 'positions-on-issue',
    parameters: { issue: KOSOVO },
    columns: 'holderName stanceTaken',
    rows: ['Marko Petrović | dip:rejects', 'Albania | dip:supports', 'articleVoice | dip:doubts'],
  },
  {
    query: 'positions-on-issue',
    parameters: { issue: KOSOVO, stance: 'doubts' },
    columns: 'holderName stanceTaken',
    rows: ['articleVoice | dip:doubts'],
  },
  {
    query: 'actors-by-issue',
    parameters: { holder: 'Egypt' },
    columns: 'holderName issueName stance claims articles',
    rows: [
      'Egypt | Filling of the Nile dam | dip:rejects | 2 | 1',
      'Egypt | Observers at the dam | dip:requests | 1 | 1',
    ],
  },
  {
    query: 'conditional-offers',
    columns: 'holderName issueName condition',
    rows: ['Ethiopia | Observers at the dam | if they are chosen by the African Union'],
  },
  { query: 'conditional-offers', parameters: { issue: DAM }, columns: 'holderName', rows: [] },
  { query: 'proposals', columns: 'proposerName', rows: [] },
  {
    query: 'requests',
    columns: 'holderName issueName quotation',
    rows: ['Egypt | Observers at the dam | Egypt has asked for observers before.'],
  },
  {
    query: 'second-hand-positions',
    columns: 'speakerName holderName stance',
    rows: [
      'Dina Alemu | Ethiopia | dip:conditionallySupports',
      'irrigation ministry | Sudan | dip:supports',
      'Samir Halim | Egypt | dip:rejects',
      'Samir Halim | Sudan | dip:concedes',
    ],
  },
  {
    query: 'unattributed-quotations',
    columns: 'quotation article start end',
    rows: ['“We have waited long enough for a signature.” | nile-1 | 431 | 476'],
  },
  {
    query: 'article-voice-claims',
    columns: 'article holderName issueName reporting',
    rows: [
      'kosovo-1 | articleVoice | Kosovo in the United Nations | dip:ArticleVoice',
      'nile-1 | Egypt | Filling of the Nile dam | dip:Headline',
      'nile-1 | articleVoice |  | dip:ArticleVoice',
      'nile-2 | Egypt | Observers at the dam | dip:ArticleVoice',
    ],
  },
  {
    query: 'article-voice-claims',
    parameters: { issue: DAM },
    columns: 'article holderName',
    rows: ['nile-1 | Egypt'],
  },
  {
    query: 'hedged-claims',
    columns: 'holderName speakerName certainty stance',
    rows: [
      'articleVoice | articleVoice | dip:probable | dip:doubts',
      'Sudan | Samir Halim | dip:probable | dip:concedes',
      'Sudan | irrigation ministry | dip:possible | dip:supports',
    ],
  },
  {
    query: 'said-by-speaker',
    parameters: { speaker: 'Samir Halim' },
    columns: 'holderName stance saidOn start',
    rows: [
      'Egypt | dip:rejects | 2021-04-06 | 161',
      'Samir Halim |  |  | 385',
      'Sudan | dip:concedes |  | 398',
    ],
  },
  {
    query: 'surface-forms',
    parameters: { actor: 'Q79' },
    columns: 'form kind mentions articles',
    rows: ['Egypt | name | 3 | 2', 'Cairo | metonym | 1 | 1'],
  },
  {
    query: 'unlinked-actors',
    columns: 'actorName articleId mentions',
    rows: ['Dina Alemu | nile-1 | 1', 'irrigation ministry | nile-2 | 1'],
  },
  { query: 'does-actor-take-position', parameters: { holder: 'Ethiopia', issue: OBSERVERS }, yes: true },
  { query: 'does-actor-take-position', parameters: { holder: 'Ethiopia', issue: DAM }, yes: false },
  {
    query: 'does-actor-take-position',
    parameters: { holder: 'Sudan', issue: DAM, stance: 'rejects' },
    yes: false,
  },
  { query: 'asserted-as-fact', yes: false },
  {
    query: 'evidence',
    parameters: { holder: 'Ethiopia' },
    columns: 'article start end words',
    rows: [
      'nile-1 | 228 | 280 | Ethiopia would accept “neutral observers at the dam”',
      'nile-1 | 325 | 366 | “if they are chosen by the African Union”',
    ],
  },
  {
    query: 'evidence',
    parameters: { issue: DAM, article: 'nile-2' },
    columns: 'start end words',
    rows: ['22 | 63 | Sudan may agree to the filling of the dam'],
  },
  {
    query: 'low-confidence',
    parameters: { below: '0.7' },
    columns: 'extraction linking holderName',
    rows: ['0.55 |  | articleVoice', '0.61 | 0.91 | Sudan'],
  },
  { query: 'low-confidence', parameters: { below: '0.6' }, columns: 'extraction', rows: ['0.55'] },
  {
    query: 'contested-issues',
    columns: 'issueName supporters opponents',
    rows: ['Kosovo in the United Nations | 1 | 2', 'Filling of the Nile dam | 1 | 1'],
  },
  {
    query: 'quotes-of-article',
    parameters: { article: 'nile-1' },
    columns: 'speakerName reporting start',
    rows: [
      'Samir Halim | dip:MixedQuotation | 161',
      'Dina Alemu | dip:MixedQuotation | 228',
      'unattributed | dip:DirectQuotation | 431',
    ],
  },
];
