import type { QuestionForm, SlotName } from './question-slots.ts';

/** A way to ask the library: it fits where the words ask for it, all it needs is there and nothing it cannot take. */
export interface Route {
  readonly query: string;
  /** One of these must be asked; none need be where left out. */
  readonly asks?: readonly string[];
  readonly when?: (form: QuestionForm) => boolean;
  /** Only for this stance; the stance is then said by the query itself. */
  readonly saysStance?: string;
  readonly needs?: readonly SlotName[];
  readonly takes?: readonly SlotName[];
  /** The stance word is part of the question's form: “what others want”. */
  readonly ignoresStance?: true;
  /** Slots whose parameter has another name. */
  readonly names?: Readonly<Partial<Record<SlotName, string>>>;
  readonly fixed?: Readonly<Record<string, string>>;
}

const DATES = ['since', 'until'] as const;
const CLAIMS_ON_ISSUE = [...DATES, 'outlet'] as const;
/** What a minister says counts for the state that is asked about. */
const BY_OFFICE = { office: 'true' } as const;
const AS_SPEAKER = { holder: 'speaker' } as const;

/** The ways, in the order in which they are tried. */
export const ROUTES: readonly Route[] = [
  { query: 'asserted-as-fact', asks: ['fact'] },
  { query: 'unattributed-quotations', asks: ['unattributed'] },
  { query: 'unlinked-actors', asks: ['unlinked'] },
  { query: 'low-confidence', asks: ['low-confidence'] },
  { query: 'surface-forms', asks: ['forms'], needs: ['holder'], names: { holder: 'actor' } },
  { query: 'most-quoted', asks: ['quoted-most'], takes: ['issue', 'outlet'] },
  { query: 'who-stands-alone', asks: ['alone'], takes: ['issue'], ignoresStance: true },
  { query: 'contested-issues', asks: ['contested'] },
  { query: 'only-one-outlet', asks: ['only-outlet'], takes: ['outlet', 'issue'] },
  { query: 'shared-reports', asks: ['shared'], takes: ['issue'] },
  { query: 'which-outlets', asks: ['outlets'], takes: ['issue', 'holder', 'stance'] },
  { query: 'who-moved', asks: ['moved'], takes: ['issue', 'holder', ...DATES], ignoresStance: true },
  {
    query: 'compare-actors',
    asks: ['agree', 'conflict', 'compare', 'position', 'matrix'],
    needs: ['holder', 'partner'],
    takes: ['issue'],
    names: { holder: 'actor', partner: 'other' },
  },
  { query: 'who-contradicts-whom', asks: ['conflict'], takes: ['issue', 'holder'] },
  { query: 'who-agrees', asks: ['agree'], takes: ['issue', 'holder'] },
  { query: 'article-voice-claims', asks: ['article-voice'], takes: ['issue'] },
  { query: 'hedged-claims', asks: ['hedged'], takes: ['holder', 'issue'] },
  { query: 'stance-counts', asks: ['count'], needs: ['stance'], takes: ['issue'] },
  { query: 'stance-counts', asks: ['count'], needs: ['polarity'], takes: ['issue'] },
  { query: 'stance-counts', asks: ['count-claims'], takes: ['issue', 'stance', 'polarity'] },
  { query: 'position-matrix', asks: ['matrix'], takes: ['issue', 'holder'], ignoresStance: true },
  {
    query: 'second-hand-positions',
    asks: ['second-hand'],
    takes: ['holder', 'issue'],
    names: AS_SPEAKER,
    ignoresStance: true,
  },
  {
    query: 'second-hand-positions',
    needs: ['holder', 'told'],
    takes: ['issue', 'stance', 'polarity'],
    names: { holder: 'speaker', told: 'holder', stance: 'ofStance' },
  },
  {
    query: 'second-hand-positions',
    needs: ['speaker'],
    takes: ['holder', 'issue', 'stance', 'polarity'],
    names: { stance: 'ofStance' },
  },
  { query: 'conditional-offers', asks: ['condition'], takes: ['issue', 'holder'], ignoresStance: true },
  { query: 'proposals', asks: ['reply'], takes: ['issue'], ignoresStance: true },
  {
    query: 'positions-of-actor',
    asks: ['reply'],
    needs: ['holder'],
    takes: ['issue', ...DATES],
    fixed: BY_OFFICE,
  },
  { query: 'near-misses', asks: ['near-miss'], needs: ['issue', 'stance'], takes: ['holder'] },
  {
    query: 'near-misses',
    when: ({ isNegated, isYesNo }) => isNegated && !isYesNo,
    needs: ['issue', 'stance'],
    takes: ['holder'],
  },
  { query: 'positions-over-time', asks: ['over-time'], takes: ['holder', 'issue'], ignoresStance: true },
  ...(['stance', 'polarity'] as const).map((slot) => ({
    query: 'positions-over-time',
    asks: ['since'],
    needs: [slot],
    takes: ['holder', 'issue'] as const,
    ignoresStance: true as const,
  })),
  {
    query: 'positions-over-time',
    when: ({ asks }) => asks.has('since') && isPlain(asks),
    takes: ['holder', 'issue'],
    asks: ['since'],
  },
  { query: 'position-matrix', asks: ['latest'], takes: ['holder', 'issue'], ignoresStance: true },
  {
    query: 'does-actor-take-position',
    when: ({ isYesNo }) => isYesNo,
    needs: ['holder', 'issue', 'stance'],
    takes: DATES,
  },
  {
    query: 'does-actor-take-position',
    when: ({ isYesNo }) => isYesNo,
    needs: ['holder', 'issue', 'polarity'],
    takes: DATES,
  },
  {
    query: 'does-actor-take-position',
    asks: ['position', 'said'],
    when: ({ isYesNo }) => isYesNo,
    needs: ['holder', 'issue'],
    takes: DATES,
  },
  { query: 'who-rejects', saysStance: 'rejects', needs: ['issue'], takes: ['headlines'] },
  { query: 'who-supports', saysStance: 'supports', needs: ['issue'], takes: ['headlines'] },
  { query: 'who-concedes', saysStance: 'concedes', needs: ['issue'] },
  { query: 'proposals', saysStance: 'proposes', takes: ['issue', 'holder'], names: { holder: 'proposer' } },
  { query: 'requests', saysStance: 'requests', takes: ['issue', 'holder'] },
  { query: 'positions-on-issue', needs: ['issue', 'stance'], takes: CLAIMS_ON_ISSUE },
  { query: 'positions-on-issue', needs: ['issue', 'polarity'], takes: CLAIMS_ON_ISSUE },
  {
    query: 'positions-of-actor',
    needs: ['holder', 'stance'],
    takes: ['issue', ...CLAIMS_ON_ISSUE],
    fixed: BY_OFFICE,
  },
  {
    query: 'positions-of-actor',
    needs: ['holder', 'polarity'],
    takes: ['issue', ...CLAIMS_ON_ISSUE],
    fixed: BY_OFFICE,
  },
  {
    query: 'said-by-speaker',
    asks: ['said'],
    needs: ['holder'],
    takes: ['issue', ...DATES],
    names: AS_SPEAKER,
  },
  {
    query: 'positions-of-actor',
    asks: ['position', 'said', 'issues'],
    needs: ['holder'],
    takes: ['issue', ...CLAIMS_ON_ISSUE],
    fixed: BY_OFFICE,
  },
  { query: 'positions-on-issue', asks: ['position', 'said'], needs: ['issue'], takes: CLAIMS_ON_ISSUE },
  { query: 'issue-overview', asks: ['issues'] },
  ...(['since', 'until', 'outlet'] as const).map((slot) => ({
    query: 'positions-reported',
    needs: [slot],
    asks: ['position', 'said', 'matrix'],
    takes: ['since', 'until', 'outlet', 'stance', 'polarity'] as const,
  })),
  ...(['since', 'until'] as const).map((slot) => ({
    query: 'positions-reported',
    needs: ['outlet', slot] as const,
    takes: ['since', 'until'] as const,
  })),
  ...(['since', 'until', 'outlet'] as const).map((slot) => ({
    query: 'positions-reported',
    needs: [slot, 'stance'] as const,
    takes: ['since', 'until', 'outlet', 'stance'] as const,
  })),
  {
    query: 'positions-of-actor',
    when: ({ isKeywords }) => isKeywords,
    needs: ['holder'],
    takes: ['issue', ...CLAIMS_ON_ISSUE],
    fixed: BY_OFFICE,
  },
  {
    query: 'positions-on-issue',
    when: ({ isKeywords }) => isKeywords,
    needs: ['issue'],
    takes: CLAIMS_ON_ISSUE,
  },
];

/** Asked for by words that any question may hold: “Who said that …”, “which position is most contested”. */
export const PLAIN_ASKS: ReadonlySet<string> = new Set(['said', 'position', 'issues', 'latest']);

function isPlain(asks: ReadonlySet<string>): boolean {
  return [...asks].some((ask) => PLAIN_ASKS.has(ask));
}
