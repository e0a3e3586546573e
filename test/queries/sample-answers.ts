import type { ExpectedAnswer } from './ask-library.ts';

const MEMBERSHIP = 'ukraine-nato-membership';

/** A competency question of the sample article: its number and its answer. */
export interface SampleAnswer extends ExpectedAnswer {
  readonly number: number;
}

/** The right answer to a question, and what is wrong with the one that the pipeline gives now. */
export interface KnownDifference extends SampleAnswer {
  readonly wrong: string;
}

/** The library's answers on the sample article, after its competency questions. */
export const SAMPLE_ANSWERS: readonly SampleAnswer[] = [
  // Which actors reject NATO membership for Ukraine? Not the Kremlin, not Zelenskyy.
  {
    number: 1,
    query: 'who-rejects',
    parameters: { issue: MEMBERSHIP },
    columns: 'holderName',
    distinct: true,
    rows: ['United States'],
  },
  // Who concedes without rejecting?
  {
    number: 4,
    query: 'who-concedes',
    parameters: { issue: MEMBERSHIP },
    columns: 'holderName certainty',
    rows: ['Volodymyr Zelenskyy | dip:possible'],
  },
  // Does the Kremlin, which stands for Russia, state a position on NATO membership here?
  {
    number: 5,
    query: 'does-actor-take-position',
    parameters: { holder: 'Russia', issue: MEMBERSHIP },
    yes: false,
  },
  // All surface forms of the US defence secretary; “US Defense Secretary of” is a title beside a name.
  {
    number: 9,
    query: 'surface-forms',
    parameters: { actor: 'Pete Hegseth', names: 'true' },
    columns: 'form',
    rows: ['Higseth', 'Hegseth', 'Betty Higseth', 'HegSeth'],
  },
  // Who rejects restoring pre-2014 borders?
  {
    number: 13,
    query: 'who-rejects',
    parameters: { issue: 'ukraine-territorial-integrity', articleVoice: 'true' },
    columns: 'holderName',
    rows: ['articleVoice', 'Pete Hegseth'],
  },
  // Who excludes US troops?
  {
    number: 14,
    query: 'who-rejects',
    parameters: { issue: 'ukraine-us-troops', headlines: 'true' },
    columns: 'holderName',
    rows: ['Donald Trump', 'Pete Hegseth'],
  },
  // Whose forces should protect Ukraine, and under which banner?
  {
    number: 15,
    query: 'positions-on-issue',
    parameters: { issue: 'ukraine-european-troops' },
    columns: 'holderName quotation',
    rows: ['Pete Hegseth | Ukraine’s security should be protected by “European and non -European forces”'],
  },
  {
    number: 15,
    query: 'positions-on-issue',
    parameters: { issue: 'ukraine-peacekeepers-under-nato' },
    columns: 'holderName stanceTaken',
    rows: ['Pete Hegseth | dip:rejects'],
  },
  // What do the analysts say? (For Zolkina see the known differences.)
  {
    number: 23,
    query: 'said-by-speaker',
    parameters: { speaker: 'Keir Giles' },
    columns: 'issueName',
    includes: ['Security guarantees for Ukraine', 'Ceasefire in Ukraine'],
  },
  // Which actors still lack a Wikidata link? The Kremlin stands for Russia, which has one.
  {
    number: 32,
    query: 'unlinked-actors',
    columns: 'actorName',
    includes: ['Pete Hegseth', 'Keir Giles', 'Yulia Shapovalova', 'many Russians'],
  },
  // Who supports it, on what condition?
  {
    number: 3,
    query: 'who-supports',
    parameters: { issue: MEMBERSHIP },
    columns: 'holderName condition',
    rows: ['Pål Jonson | if he fulfills his circumstances'],
  },
  // Evidence spans for question 1. The content alone is the evidence here, inside the sentences [3225,3260) and [3261,3405).
  {
    number: 30,
    query: 'evidence',
    parameters: { issue: MEMBERSHIP, holder: 'United States' },
    columns: 'start end',
    rows: ['3257 | 3259', '3289 | 3405'],
  },
  // Which meetings are planned, with whom? (For Munich see the known differences.)
  {
    number: 27,
    query: 'positions-on-issue',
    parameters: { issue: 'us-russia-summit' },
    columns: 'holderName quotation',
    includes: [
      'Donald Trump | he and Putin are planning to meet face to face, probably in Saudi Arabia “in the non -distant future.”',
    ],
  },
  // Is any position asserted as fact?
  { number: 35, query: 'asserted-as-fact', yes: false },
  // How many countries are in the group Hegseth addressed, when?
  {
    number: 40,
    query: 'surface-forms',
    parameters: { actor: '57 countries' },
    columns: 'form',
    rows: ['alliance of 57 countries'],
  },
  {
    number: 40,
    query: 'said-by-speaker',
    parameters: { speaker: 'Pete Hegseth', issue: 'ukraine-war-end' },
    columns: 'saidOn',
    includes: ['2025-02-12'],
  },
  // What does the Kremlin, which stands for Russia, reject?
  {
    number: 6,
    query: 'positions-of-actor',
    parameters: { holder: 'Russia', stance: 'rejects' },
    columns: 'issueName',
    rows: ['Exchange of territory between Ukraine and Russia'],
  },
  // What does Trump say that others want?
  {
    number: 10,
    query: 'second-hand-positions',
    parameters: { speaker: 'Donald Trump' },
    columns: 'holderName issueName',
    rows: [
      'Vladimir Putin | End of the war in Ukraine',
      'Vladimir Putin | Meeting of the American and Russian presidents',
      'Volodymyr Zelenskyy | End of the war in Ukraine',
    ],
  },
  // Which quotations have no speaker?
  {
    number: 22,
    query: 'unattributed-quotations',
    columns: 'start',
    rows: ['6349'],
  },
  // Who proposed what the Kremlin rejected?
  {
    number: 7,
    query: 'proposals',
    parameters: { issue: 'ukraine-land-swap' },
    columns: 'proposerName replierName reply',
    rows: ['Volodymyr Zelenskyy | Russia | dip:rejects'],
  },
  // Who requests what of whom?
  {
    number: 16,
    query: 'requests',
    columns: 'holderName issueName',
    distinct: true,
    rows: [
      'Pete Hegseth | Defence spending of NATO members',
      "Pete Hegseth | Europe's share of aid to Ukraine",
      'Volodymyr Zelenskyy | Military aid to Ukraine',
    ],
  },
  // What did the Biden administration pledge?
  {
    number: 39,
    query: 'positions-on-issue',
    parameters: { issue: 'ukraine-military-aid' },
    columns: 'holderName stanceTaken',
    includes: ['previous American administration | dip:supports'],
  },
  // Which US positions were voiced by Hegseth? What he only asserts is none.
  {
    number: 8,
    query: 'said-by-speaker',
    parameters: { speaker: 'Pete Hegseth', sides: 'true' },
    columns: 'issueName',
    rows: [
      'End of the war in Ukraine',
      "Ukraine's membership of NATO",
      "Ukraine's borders before 2014",
      'American troops in Ukraine',
      'European peacekeepers in Ukraine',
      'NATO command of peacekeepers in Ukraine',
      'Defence spending of NATO members',
      "Europe's share of aid to Ukraine",
    ],
  },
];

/** Questions that the pipeline answers wrongly for now, with the right answer. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    number: 2,
    wrong:
      '“Trump later gave water on …, News of the press Ukraine is unlikely to …” is taken for the article’s own voice',
    query: 'negative-positions',
    parameters: { issue: MEMBERSHIP },
    columns: 'holderName speakerName stance',
    rows: [
      'Donald Trump | articleVoice | dip:rejects',
      'Donald Trump | Donald Trump | dip:doubts',
      'United States | United States | dip:rejects',
      'United States | Pete Hegseth | dip:rejects',
    ],
  },
  {
    number: 12,
    wrong: 'the doubts of line 16 are held by the article',
    query: 'positions-of-actor',
    parameters: { holder: 'Donald Trump', stance: 'doubts' },
    columns: 'issueName',
    includes: ["Ukraine's borders before 2014", "Ukraine's membership of NATO"],
  },
  {
    number: 17,
    wrong: '“recently” is no time; the garbled line 31 gives no claim',
    query: 'positions-of-actor',
    parameters: { holder: 'Volodymyr Zelenskyy', spokenFor: 'true' },
    columns: 'issueName stanceTaken saidOn',
    includes: [
      'Return of Crimea | dip:supports | 2024-11',
      'Exchange of territory between Ukraine and Russia | dip:proposes | 2025-02',
    ],
  },
  {
    number: 18,
    wrong: '“quietly adapted to the American position” gives no claim, so no change can be derived',
    query: 'who-moved',
    columns: 'holderName basis',
    rows: ['Volodymyr Zelenskyy | dip:StatedInText'],
  },
  {
    number: 19,
    wrong: 'the contradiction with the administration before gives no claim',
    query: 'article-voice-claims',
    columns: 'quotation',
    includes: [
      'This represents a sharp contradiction with the previous American administration during the era of Joe Biden',
    ],
  },
  {
    number: 23,
    wrong: 'the sentence that ends with “Maria Zallen, …, told the island” gives no claim of hers',
    query: 'second-hand-positions',
    parameters: { articleVoice: 'true' },
    columns: 'speakerName issueName certainty',
    includes: ['Mariia Zolkina | Ceasefire in Ukraine | dip:possible'],
  },
  {
    number: 25,
    wrong: 'Trump’s doubts are the article’s; lines 27, 32, 45 and the garbled 31 give no hedged claim',
    query: 'hedged-claims',
    columns: 'holderName certainty',
    includes: [
      'Donald Trump | dip:probable',
      'Volodymyr Zelenskyy | dip:possible',
      'Mariia Zolkina | dip:possible',
      'articleVoice | dip:possible',
    ],
  },
  {
    number: 27,
    wrong: '“will meet with US Vice Vice President JD Vance and … Marco Rubio” gives no claim',
    query: 'article-voice-claims',
    columns: 'holderName quotation',
    includes: [
      'Volodymyr Zelenskyy | will meet with US Vice Vice President JD Vance and Foreign Minister Marco Rubio on the sidelines of the event',
    ],
  },
  {
    number: 31,
    wrong:
      'of the ten claims in the article’s own voice several are missing, and some are taken up that hold no position',
    query: 'article-voice-claims',
    columns: 'start',
    rows: ['0', '0', '2793', '3951', '4072', '4458', '4602', '4744', '4810', '4965'],
  },
  {
    number: 37,
    wrong: 'the garbled line 31 gives no claim that could wait for review',
    query: 'low-confidence',
    columns: 'holderName issueName',
    includes: ["Volodymyr Zelenskyy | Ukraine's borders before 2014"],
  },
  {
    number: 38,
    wrong: 'an interview is not kept as the outlet through which something was said',
    query: 'second-hand-positions',
    columns: 'speakerName holderName',
    includes: ['The Economist | Volodymyr Zelenskyy'],
  },
];
