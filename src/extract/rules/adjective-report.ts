import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import { collectSubtree, dependentsOf } from '../dependents.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import type { ReportingEntry } from '../reporting-lexicon.ts';
import { hullOf, type TokenRange } from '../token-range.ts';
import { findVerbSource } from '../verb-source.ts';
import { readVerbGroup } from '../verb-group.ts';

/** “is unwilling to compromise”, “was confident that …”, “remains committed to …”, “is against the deal”. */
export const adjectiveReport: AttributionRule = {
  name: 'adjective-report',
  find: ({ text, lexicon }: Reading) =>
    text.tokens.flatMap((token) => {
      const entry = lexicon.entries.adjective.get(token.form.toLowerCase());
      const stance = entry === undefined ? readStance(text, token) : undefined;
      if (stance !== undefined) return stance;
      return entry === undefined ? [] : (attribute(text, token, entry) ?? []);
    }),
};

const COPULA = /^(?:be|remain|seem|appear|become|feel|sound|stay|look|stand)$/u;
const FAVOUR = /^favou?r$/iu;

function attribute(text: AnnotatedText, token: Token, entry: ReportingEntry): Finding | undefined {
  const verb = findPredicate(text, token);
  if (verb === undefined || token.relation === 'amod') return undefined;
  const range = readContent(text, token, verb, entry);
  return range === undefined ? undefined : report(text, token, verb, entry, token.index + 1, range);
}

/** The copula in the tree, or the one that stands before the adjective: “remain deeply committed”. */
function findPredicate(text: AnnotatedText, token: Token): Token | undefined {
  const copula = dependentsOf(text, token).find(
    (child) => (child.relation === 'cop' || child.relation.startsWith('aux')) && child.index < token.index,
  );
  if (copula !== undefined) return copula;
  let index = token.index - 1;
  while (text.tokens[index]?.upos === 'ADV' || text.tokens[index]?.upos === 'PART') index -= 1;
  const before = text.tokens[index];
  const near = before !== undefined && before.sentence === token.sentence && COPULA.test(before.lemma);
  return near ? before : undefined;
}

function readContent(
  text: AnnotatedText,
  token: Token,
  verb: Token,
  entry: ReportingEntry,
): TokenRange | undefined {
  const children = [...dependentsOf(text, token), ...dependentsOf(text, verb)].filter(
    (child) => child.index > token.index,
  );
  const content = children.find((child) => isContent(text, child, entry));
  if (content === undefined) return undefined;
  const hull = hullOf(collectSubtree(text, content).filter((index) => index > token.index));
  const that = hull === undefined ? undefined : text.tokens[hull.first];
  return hull !== undefined && that?.form === 'that' ? { first: hull.first + 1, end: hull.end } : hull;
}

function isContent(text: AnnotatedText, child: Token, entry: ReportingEntry): boolean {
  const marks = dependentsOf(text, child).filter((mark) => mark.index < child.index);
  if (/^(?:ccomp|xcomp|advcl|acl|conj|parataxis)$/u.test(child.relation)) {
    if (marks.some((mark) => mark.xpos === 'TO'))
      return entry.complements.has(child.upos === 'NOUN' ? 'obl:to' : 'to');
    const clause = child.relation === 'ccomp' || marks.some((mark) => mark.form === 'that');
    return clause && entry.complements.has('that');
  }
  return (
    /^(?:obl|nmod)$/u.test(child.relation) &&
    marks.some((mark) => mark.relation === 'case' && entry.complements.has(`obl:${mark.lemma}`))
  );
}

function report(
  text: AnnotatedText,
  token: Token,
  verb: Token,
  entry: ReportingEntry,
  cueEnd: number,
  range: TokenRange,
): Finding | undefined {
  const group = readVerbGroup(text, verb, verb.index + 1);
  const cueRange = { first: group.range.first, end: cueEnd };
  const source = findVerbSource(text, token, cueRange) ?? findVerbSource(text, verb, cueRange);
  if (source === undefined || cueEnd - cueRange.first > 7) return undefined;
  // “Said Turkey should be open to talks”: what somebody is asked to be is his wish who asks.
  const auxiliaries = text.tokens.slice(cueRange.first, token.index);
  if (auxiliaries.some(({ form }) => /^(?:should|must|ought|shall)$/iu.test(form))) return undefined;
  // “Is Britain ready to leave?” asks.
  if (source.range.first > verb.index) return undefined;
  const between = text.tokens.slice(verb.index + 1, token.index);
  const negated = group.negated || between.some((word) => /^(?:not|n't|n’t|never|no)$/iu.test(word.form));
  return findingOf(
    'adjective-report',
    {
      token,
      entry,
      range: cueRange,
      negated,
      passive: false,
      mood: 'told',
      source: source.range,
      guessedSource: source.guessed,
    },
    cutContent(text, range, [source.range, cueRange]),
    1,
  );
}

/** “is against the deal”, “are in favour of a truce”: a preposition that takes sides. */
function readStance(text: AnnotatedText, token: Token): Finding | undefined {
  const against = token.form.toLowerCase() === 'against';
  const favour = FAVOUR.test(token.form) && text.tokens[token.index - 1]?.form === 'in';
  if (!against && !favour) return undefined;
  const sentence = text.sentences[token.sentence];
  const first = favour ? token.index - 1 : token.index;
  const verb = text.tokens
    .slice(Math.max(sentence?.firstToken ?? 0, first - 3), first)
    .findLast((word) => COPULA.test(word.lemma) && /^(?:AUX|VERB)$/u.test(word.upos));
  if (sentence === undefined || verb === undefined) return undefined;
  const cueEnd = favour && text.tokens[token.index + 1]?.form === 'of' ? token.index + 2 : token.index + 1;
  const head = against ? text.tokens[token.head] : token;
  const members = head === undefined ? [] : collectSubtree(text, head).filter((i) => i >= cueEnd);
  const range = hullOf(members);
  const entry: ReportingEntry = {
    lemma: against ? 'be against' : 'be in favour of',
    wordClass: 'adjective',
    kind: 'attitude',
    weight: 0.75,
    complements: new Set(['obj']),
  };
  if (range === undefined) return undefined;
  return report(text, head ?? token, verb, entry, cueEnd, range);
}
