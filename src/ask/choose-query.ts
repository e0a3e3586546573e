import type { QuestionForm, SlotName, Slots } from './question-slots.ts';
import { PLAIN_ASKS, ROUTES } from './routes.ts';
import type { Route } from './routes.ts';

/** A query of the library with the values of its parameters. */
export interface ChosenQuery {
  readonly query: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** What each route may leave out: a slot that the form of the question itself accounts for. */
function accountedFor({ needs = [], takes = [], saysStance, ignoresStance }: Route): ReadonlySet<string> {
  const stance = saysStance !== undefined || ignoresStance === true ? ['stance', 'polarity'] : [];
  return new Set<string>([...needs, ...takes, ...stance]);
}

function fits(route: Route, form: QuestionForm, slots: Slots): boolean {
  const { asks, when, saysStance, needs = [] } = route;
  if (asks !== undefined && !asks.some((ask) => form.asks.has(ask))) return false;
  if (when !== undefined && !when(form)) return false;
  if (form.isNegated && !form.isYesNo && route.query !== 'near-misses') return false;
  // What is asked for beside this must not be lost.
  const others = [...form.asks].filter((ask) => !PLAIN_ASKS.has(ask) && asks?.includes(ask) !== true);
  if (others.length > 0) return false;
  if (saysStance !== undefined && slots.stance !== saysStance) return false;
  if (!needs.every((slot) => slots[slot] !== undefined)) return false;
  const known = accountedFor(route);
  return Object.keys(slots).every((slot) => known.has(slot));
}

/** The query of the library that answers the question; undefined where none takes all that was understood. */
export function chooseQuery(form: QuestionForm, slots: Slots): ChosenQuery | undefined {
  const route = ROUTES.find((one) => fits(one, form, slots));
  if (route === undefined) return undefined;
  const { query, needs = [], takes = [], names = {}, fixed = {}, ignoresStance } = route;
  const parameters = new Map<string, string>();
  const taken = new Set<SlotName>([...needs, ...takes]);
  for (const slot of taken) {
    const value = slots[slot];
    const isForm = ignoresStance === true && (slot === 'stance' || slot === 'polarity');
    if (value !== undefined && !isForm) parameters.set(names[slot] ?? slot, value);
  }
  for (const [name, value] of Object.entries(fixed)) parameters.set(name, value);
  return { query, parameters };
}
