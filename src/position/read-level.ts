import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { childrenOf } from './climb-tree.ts';
import type { Level } from './climb-tree.ts';

const NEGATORS = new Set([
  'not',
  "n't",
  'no',
  'never',
  'neither',
  'nor',
  'without',
  'hardly',
  'barely',
  'scarcely',
  'none',
  'nobody',
  'nothing',
  'non',
]);
const DUTY = new Set(['must', 'should', 'ought']);
const INTENTION = new Set(['will', 'shall', "'ll", 'wo', "'d", 'would']);
const POSSIBLE = new Set(['may', 'might', 'could', 'possibly', 'perhaps', 'maybe', 'potentially']);
const ABLE = new Set(['can']);
const PROBABLE = new Set(['probably', 'likely', 'presumably']);
const HEARSAY = new Set(['reportedly', 'allegedly', 'supposedly', 'apparently']);
const RESTRICTIVE = new Set(['only', 'just', 'merely', 'simply']);

/** What the small words beside a token do to it. */
export interface SmallWords {
  readonly negators: readonly Token[];
  readonly duty?: Token;
  readonly intention?: Token;
  readonly possible?: Token;
  /** “Can”: what is denied is then impossible, what is affirmed only possible. */
  readonly able?: Token;
  readonly probable?: Token;
  readonly hearsay?: Token;
}

/** “Neither the truce nor the embargo” denies once. */
function followsNeither({ tokens, sentences }: AnnotatedText, { index, sentence }: Token): boolean {
  const first = sentences[sentence]?.firstToken ?? index;
  return tokens.slice(first, index).some(({ form }) => /^neither$/i.test(form));
}

function isNegator(text: AnnotatedText, token: Token): boolean {
  const form = token.form.toLowerCase();
  const before = text.tokens[token.index - 1]?.form.toLowerCase() ?? '';
  // “Has yet to grant it”.
  if (form === 'yet')
    return text.tokens[token.index + 1]?.form === 'to' && /^(?:has|have|had|is|are)$/.test(before);
  if (!NEGATORS.has(form)) return false;
  if (form === 'nor' && followsNeither(text, token)) return false;
  if (/^(?:obj|obl|nmod)/.test(token.relation) && form === 'no') return false;
  // “not only prolong the war” affirms.
  const next = text.tokens[token.index + 1]?.form.toLowerCase() ?? '';
  return !(form === 'not' && RESTRICTIVE.has(next));
}

/** Negations of one conjunct hold for the next only through “or”/“nor”, or for nouns under “no”: “No seat or troops”. */
function sharesNegation(text: AnnotatedText, { token, arrival, from }: Level): boolean {
  if (arrival !== 'conj' || from === undefined) return true;
  const coordinator = childrenOf(text, from)
    .find(({ relation }) => relation === 'cc')
    ?.form.toLowerCase();
  if (coordinator === 'or' || coordinator === 'nor') return true;
  return coordinator === 'and' && (token.upos === 'NOUN' || token.upos === 'PROPN');
}

/** “Far from ready”, “anything but certain”. */
function distance({ tokens }: AnnotatedText, { index }: Token): Token | undefined {
  const [first, second] = [tokens[index - 2], tokens[index - 1]];
  const words = `${first?.form ?? ''} ${second?.form ?? ''}`.toLowerCase();
  return words === 'far from' || words === 'anything but' ? first : undefined;
}

const RATHER_REACH = 10;

/** “Would rather suffer than give it up”, “talks instead of war”: what is not preferred. */
function rejectedChoice({ tokens }: AnnotatedText, children: readonly Token[]): Token | undefined {
  return children.find(({ form, index }) => {
    if (/^instead$/i.test(form)) return tokens[index + 1]?.form === 'of';
    if (!/^than$/i.test(form)) return false;
    return tokens
      .slice(Math.max(0, index - RATHER_REACH), index)
      .some((token) => /^rather$/i.test(token.form));
  });
}

/** The negators and modal words that depend on the token of a level. */
export function readSmallWords(text: AnnotatedText, level: Level): SmallWords {
  const children = childrenOf(text, level.token);
  const find = (words: ReadonlySet<string>): Token | undefined =>
    children.find(
      (child) => words.has(child.form.toLowerCase()) && /^(?:aux|advmod|dep|amod)/.test(child.relation),
    );
  const far = distance(text, level.token);
  const near = sharesNegation(text, level)
    ? children.filter(
        (child) =>
          isNegator(text, child) &&
          /^(?:advmod|det|cc|mark|case|nsubj|neg|dep|cc:preconj|obj)/.test(child.relation),
      )
    : [];
  const negators = [far, rejectedChoice(text, children), ...near].filter((token) => token !== undefined);
  const [duty, intention, possible, probable, hearsay] = [DUTY, INTENTION, POSSIBLE, PROBABLE, HEARSAY].map(
    find,
  );
  const able = find(ABLE);
  return {
    negators,
    ...(able === undefined ? {} : { able }),
    ...(duty === undefined ? {} : { duty }),
    ...(intention === undefined ? {} : { intention }),
    ...(possible === undefined ? {} : { possible }),
    ...(probable === undefined ? {} : { probable }),
    ...(hearsay === undefined ? {} : { hearsay }),
  };
}
