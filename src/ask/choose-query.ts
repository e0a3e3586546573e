import type { QuestionForm, SlotName, Slots } from './question-slots.ts';

/** A query of the library with the values of its parameters. */
export interface ChosenQuery {
  readonly query: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** A way to ask the library: it fits where the words ask for it, all it needs is there and nothing it cannot take. */
interface Route {
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

/** The ways, in the order in which they are tried. */
const ROUTES: readonly Route[] = [
  { query: 'asserted-as-fact', asks: ['fact'] },
  { query: 'unattributed-quotations', asks: ['unattributed'] },
  { query: 'unlinked-actors', asks: ['unlinked'] },
  { query: 'surface-forms', asks: ['forms'], needs: ['holder'], names: { holder: 'actor' } },
  { query: 'who-stands-alone', asks: ['alone'], takes: ['issue'] },
  { query: 'contested-issues', asks: ['contested'] },
  { query: 'only-one-outlet', asks: ['only-outlet'], takes: ['outlet', 'issue'] },
  { query: 'shared-reports', asks: ['shared'], takes: ['issue'] },
  { query: 'who-moved', asks: ['moved'], takes: ['issue', 'holder', 'since'] },
  { query: 'who-contradicts-whom', asks: ['conflict'], takes: ['issue', 'holder'] },
  { query: 'article-voice-claims', asks: ['article-voice'], takes: ['issue'] },
  { query: 'hedged-claims', asks: ['hedged'], takes: ['holder'] },
  { query: 'position-matrix', asks: ['matrix'], takes: ['issue'] },
  {
    query: 'second-hand-positions',
    asks: ['second-hand'],
    takes: ['holder'],
    names: { holder: 'speaker' },
    ignoresStance: true,
  },
  { query: 'conditional-offers', asks: ['condition'], takes: ['issue', 'holder'], ignoresStance: true },
  { query: 'proposals', asks: ['reply'], takes: ['issue'], ignoresStance: true },
  {
    query: 'positions-of-actor',
    asks: ['reply'],
    needs: ['holder'],
    takes: ['issue', ...DATES],
    fixed: { office: 'true' },
  },
  { query: 'near-misses', asks: ['near-miss'], needs: ['issue', 'stance'], takes: ['holder'] },
  { query: 'near-misses', when: ({ isNegated }) => isNegated, needs: ['issue', 'stance'], takes: ['holder'] },
  { query: 'positions-over-time', asks: ['over-time'], takes: ['holder', 'issue'], ignoresStance: true },
  { query: 'negative-positions', asks: ['negative'], needs: ['issue'] },
  {
    query: 'does-actor-take-position',
    when: ({ isYesNo }) => isYesNo,
    needs: ['holder', 'issue'],
    takes: ['stance'],
  },
  { query: 'who-rejects', saysStance: 'rejects', needs: ['issue'], takes: ['headlines'] },
  { query: 'who-supports', saysStance: 'supports', needs: ['issue'], takes: ['headlines'] },
  { query: 'who-concedes', saysStance: 'concedes', needs: ['issue'] },
  { query: 'proposals', saysStance: 'proposes', takes: ['issue', 'holder'], names: { holder: 'proposer' } },
  { query: 'requests', saysStance: 'requests', takes: ['issue', 'holder'] },
  { query: 'positions-on-issue', needs: ['issue', 'stance'], takes: [...DATES, 'outlet'] },
  {
    query: 'positions-of-actor',
    needs: ['holder', 'stance'],
    takes: ['issue', ...DATES, 'outlet'],
    fixed: { office: 'true' },
  },
  {
    query: 'said-by-speaker',
    asks: ['said'],
    needs: ['holder'],
    takes: ['issue'],
    names: { holder: 'speaker' },
  },
  {
    query: 'positions-of-actor',
    asks: ['position', 'said'],
    needs: ['holder'],
    takes: ['issue', ...DATES, 'outlet'],
    fixed: { office: 'true' },
  },
  { query: 'positions-on-issue', asks: ['position', 'said'], needs: ['issue'], takes: [...DATES, 'outlet'] },
];

/** Asked for by words that any question may hold: “Who said that …”. */
const PLAIN_ASKS: ReadonlySet<string> = new Set(['said', 'position']);

function fits(route: Route, form: QuestionForm, slots: Slots): boolean {
  const { asks, when, saysStance, needs = [], takes = [], ignoresStance } = route;
  if (asks !== undefined && !asks.some((ask) => form.asks.has(ask))) return false;
  if (when !== undefined && !when(form)) return false;
  if (form.isNegated && route.query !== 'near-misses') return false;
  // What is asked for beside this must not be lost.
  const others = [...form.asks].filter((ask) => !PLAIN_ASKS.has(ask) && asks?.includes(ask) !== true);
  if (others.length > 0) return false;
  if (saysStance !== undefined && slots.stance !== saysStance) return false;
  if (!needs.every((slot) => slots[slot] !== undefined)) return false;
  const known = new Set<string>([...needs, ...takes]);
  if (saysStance !== undefined || ignoresStance === true) known.add('stance');
  return Object.keys(slots).every((slot) => known.has(slot));
}

/** The query of the library that answers the question; undefined where none takes all that was understood. */
export function chooseQuery(form: QuestionForm, slots: Slots): ChosenQuery | undefined {
  const route = ROUTES.find((one) => fits(one, form, slots));
  if (route === undefined) return undefined;
  const { query, needs = [], takes = [], names = {}, fixed = {} } = route;
  const parameters = new Map<string, string>();
  for (const slot of [...needs, ...takes]) {
    const value = slots[slot];
    if (value !== undefined) parameters.set(names[slot] ?? slot, value);
  }
  for (const [name, value] of Object.entries(fixed)) parameters.set(name, value);
  return { query, parameters };
}
