import { AUXILIARIES } from './assign-roles.ts';
import type { TaggedWord } from './tag-words.ts';

/** Why a question is refused, and whether what was understood of it may be asked instead. */
export interface Refusal {
  readonly problem: string;
  readonly isNear: boolean;
}

const FUTURE = { problem: 'the graph holds what has been reported, not what will be', isNear: false };
const JUDGEMENT = { problem: 'the graph holds who says what, not what would be good', isNear: false };
const REASON = { problem: 'the graph holds positions and their words, not their reasons', isNear: true };

/** What no claim graph can tell, by the `refuse:` meanings of the lexicon. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  future: FUTURE,
  truth: { problem: 'the graph holds who says what, not who is right', isNear: false },
  judgement: JUDGEMENT,
  reason: REASON,
  quantity: { problem: 'the graph counts claims and actors, nothing else', isNear: false },
};

/** What may stand before it: “Which position will …?”, “How long will …?” */
const LEADING = /^(?:noise|ask:(?:since|count|condition|position))$/u;

/** The auxiliary on which the question turns: “Will Egypt …?”, “What should Egypt …?”. */
function findTurn(words: readonly TaggedWord[]): string | undefined {
  const index = words.findIndex(({ lower }) => AUXILIARIES.has(lower));
  const before = words.slice(0, Math.max(0, index));
  return before.every(({ meaning }) => LEADING.test(meaning ?? '')) ? words[index]?.lower : undefined;
}

/** Why no graph of claims can answer such a question, whatever it holds; undefined where one may. */
export function refuseQuestion(words: readonly TaggedWord[], isNegated: boolean): Refusal | undefined {
  const [first, second] = words;
  const turn = findTurn(words);
  if (turn === 'will' || turn === 'shall') return FUTURE;
  if (turn === 'should' || turn === 'must') return JUDGEMENT;
  if (first?.lower === 'why' && second?.meaning === 'noise' && !isNegated) return REASON;
  const refused = words.find(({ meaning }) => meaning?.startsWith('refuse:'))?.meaning;
  return refused === undefined ? undefined : REFUSALS[refused.slice('refuse:'.length)];
}
