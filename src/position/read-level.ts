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
]);
const DUTY = new Set(['must', 'should', 'ought']);
const INTENTION = new Set(['will', 'shall', "'ll", 'wo', "'d", 'would']);
const POSSIBLE = new Set(['may', 'might', 'could', 'possibly', 'perhaps', 'maybe', 'potentially']);
const PROBABLE = new Set(['probably', 'likely', 'presumably']);
const HEARSAY = new Set(['reportedly', 'allegedly', 'supposedly', 'apparently']);
const RESTRICTIVE = new Set(['only', 'just', 'merely', 'simply']);

/** What the small words beside a token do to it. */
export interface SmallWords {
  readonly negators: readonly Token[];
  readonly duty?: Token;
  readonly intention?: Token;
  readonly possible?: Token;
  readonly probable?: Token;
  readonly hearsay?: Token;
}

function isNegator(text: AnnotatedText, token: Token): boolean {
  const form = token.form.toLowerCase();
  if (!NEGATORS.has(form)) return false;
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
  const negators = far === undefined ? near : [far, ...near];
  const [duty, intention, possible, probable, hearsay] = [DUTY, INTENTION, POSSIBLE, PROBABLE, HEARSAY].map(
    find,
  );
  return {
    negators,
    ...(duty === undefined ? {} : { duty }),
    ...(intention === undefined ? {} : { intention }),
    ...(possible === undefined ? {} : { possible }),
    ...(probable === undefined ? {} : { probable }),
    ...(hearsay === undefined ? {} : { hearsay }),
  };
}
