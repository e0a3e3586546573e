import type { AnnotatedText, Token } from '../model/annotated-text.ts';

/** A token on the way from a target to the top of its content, and the relation by which the way arrives. */
export interface Level {
  readonly token: Token;
  readonly arrival?: string;
  /** The token below on the way. */
  readonly from?: Token;
}

const LONGEST_WAY = 40;

/** “Chasing that goal will prolong the war”: a gerund before a verb without subject is its subject, whatever the parse. */
function isGerundSubject(text: AnnotatedText, token: Token, head: Token): boolean {
  if (!token.relation.startsWith('advcl') || token.xpos !== 'VBG' || token.index > head.index) return false;
  return !childrenOf(text, head).some(({ relation }) => /^[nc]subj/.test(relation));
}

/** “No deal: a plan to end the strike”: a colon parts what its sides say. */
export function isParted({ tokens }: AnnotatedText, left: Token, right: Token): boolean {
  const [first, last] = left.index < right.index ? [left.index, right.index] : [right.index, left.index];
  return tokens.slice(first, last).some(({ form }) => form === ':');
}

const LIGHT_VERB = /^(?:have|make|take|give|see|find|show|express)$/;

/** “Has no plans to withdraw”: the infinitive belongs to the noun before it, whatever the parse. */
function nounOfInfinitive(text: AnnotatedText, token: Token, head: Token): Token | undefined {
  if (!/^(?:xcomp|advcl)$/.test(token.relation) || !LIGHT_VERB.test(head.lemma)) return undefined;
  const mark = childrenOf(text, token).find(({ relation, form }) => relation === 'mark' && form === 'to');
  const noun = mark === undefined ? undefined : text.tokens[mark.index - 1];
  return noun?.upos === 'NOUN' && noun.head === head.index ? noun : undefined;
}

/** “It is unlikely that India will join”: what is said of the whole clause, where the parse hangs it beside. */
function extraposed(text: AnnotatedText, token: Token, within: ReadonlySet<number>): Token | undefined {
  const first = text.sentences[token.sentence]?.firstToken ?? token.index;
  const beside = text.tokens
    .slice(first, token.index)
    .find(({ index, upos, head }) => upos === 'ADJ' && within.has(index) && !within.has(head));
  const isOfIt =
    beside !== undefined &&
    childrenOf(text, beside).some(
      ({ relation, form }) => /^(?:expl|nsubj)/.test(relation) && /^it$/i.test(form),
    );
  return isOfIt ? beside : undefined;
}

/**
 * The way from the target up to the governor of the content: `join → unlikely → said` in
 * “said Ukraine is unlikely to join”. It stays within the tokens given and does not leave an adverbial clause or a
 * parenthesis, whose words are not what the governor affirms or denies.
 */
export function climbTree(text: AnnotatedText, target: Token, within: ReadonlySet<number>): readonly Level[] {
  const levels: Level[] = [{ token: target }];
  let current = target;
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    const head = text.tokens[current.head];
    const arrival = head !== undefined && isGerundSubject(text, current, head) ? 'csubj' : current.relation;
    if (head === undefined || !within.has(head.index)) {
      const whole = extraposed(text, current, within);
      if (whole === undefined) break;
      levels.push({ token: whole, arrival: 'ccomp', from: current });
      break;
    }
    if (isParted(text, current, head)) break;
    // Under a noun it is no adverbial: “the goal of restoring”.
    if (arrival === 'parataxis' || arrival === 'discourse') break;
    const isOfNoun = head.upos === 'NOUN' || nounOfInfinitive(text, current, head) !== undefined;
    // “Too early to lift the sanctions”.
    const isOfAdjective = head.upos === 'ADJ' && arrival === 'advcl' && head.index < current.index;
    if (arrival.startsWith('advcl') && !isOfNoun && !isOfAdjective) break;
    const noun = nounOfInfinitive(text, current, head);
    const next = noun !== undefined && within.has(noun.index) ? noun : head;
    levels.push({ token: next, arrival: next === head ? arrival : 'acl', from: current });
    current = next;
  }
  return levels;
}

/** The dependents of a token, in reading order. */
export function childrenOf(text: AnnotatedText, token: Token): readonly Token[] {
  return token.children.map((child) => text.tokens[child]).filter((child) => child !== undefined);
}

/** The subject of a verb or predicate; that of the governing verb for an infinitive (“Iran plans to withdraw”). */
export function subjectOf(text: AnnotatedText, token: Token): Token | undefined {
  const own = childrenOf(text, token).find(({ relation }) => /^(?:nsubj|csubj|nmod:poss)/.test(relation));
  if (own !== undefined) return own;
  const head = text.tokens[token.head];
  if (head === undefined) return undefined;
  if (token.relation === 'conj') return subjectOf(text, head);
  if (token.relation !== 'xcomp') return undefined;
  const object = childrenOf(text, head).find(({ relation }) => relation === 'obj' || relation === 'iobj');
  return object ?? subjectOf(text, head);
}

/** The tokens under a token, itself included, ascending. */
export function subtreeOf(text: AnnotatedText, token: Token): readonly Token[] {
  return [token, ...childrenOf(text, token).flatMap((child) => subtreeOf(text, child))].sort(
    (left, right) => left.index - right.index,
  );
}
