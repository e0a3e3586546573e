import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { collectSubtree, complementsOf, dependentsOf } from './dependents.ts';
import { isMistakenPlural } from './mistaken-tags.ts';
import { hullOf, isQuotationMark, subtractRanges, trimRange, type TokenRange } from './token-range.ts';
import type { WordCue } from './word-cue.ts';

const COMPLEMENT_RELATION = /^(?:obj|iobj|ccomp|xcomp|obl|obl:tmod|obl:npmod|nmod|advcl|advmod)$/u;
const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|tomorrow)$/iu;

/** Index of the first token that begins at or after the offset. */
function firstTokenFrom(text: AnnotatedText, offset: number): number {
  let low = 0;
  let high = text.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((text.tokens[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The quotation's tokens, marks included, as far as it is read as one. */
export function quotationRange(text: AnnotatedText, index: number): TokenRange | undefined {
  const quotation = text.quotations[index];
  if (quotation === undefined) return undefined;
  const first = firstTokenFrom(text, quotation.start);
  const end = firstTokenFrom(text, quotation.end);
  return first < end ? { first, end } : undefined;
}

/**
 * Makes evidence of a range: without the cue and the source, without loose marks; a quotation that it cuts into at
 * the end goes on to its closing mark. Two fragments where the attribution interrupts.
 */
export function cutContent(
  text: AnnotatedText,
  range: TokenRange,
  holes: readonly TokenRange[],
): readonly TokenRange[] {
  const whole = completeQuotation(text, range, holes);
  return subtractRanges(whole, holes)
    .flatMap((piece) => trimRange(text, piece) ?? [])
    .filter((piece) => hasWord(text, piece));
}

function completeQuotation(text: AnnotatedText, range: TokenRange, holes: readonly TokenRange[]): TokenRange {
  const last = text.tokens[range.end - 1];
  if (last === undefined || last.quotation < 0) return range;
  const quotation = quotationRange(text, last.quotation);
  if (quotation === undefined || quotation.first < range.first) {
    const next = text.tokens[range.end];
    const closing = next !== undefined && next.quotation === last.quotation && isQuotationMark(next);
    return closing && quotation !== undefined && quotation.first >= range.first
      ? { first: range.first, end: range.end + 1 }
      : range;
  }
  const cutsCue = holes.some((hole) => hole.first >= quotation.first && hole.end <= quotation.end);
  return cutsCue ? range : { first: range.first, end: Math.max(range.end, quotation.end) };
}

function hasWord(text: AnnotatedText, range: TokenRange): boolean {
  return text.tokens.slice(range.first, range.end).some((token) => /[\p{L}\p{N}]/u.test(token.form));
}

const AFTER_CONJUNCTION = /^(?:DT|PRP\$?|NNPS?|NNS?|VBG|EX|JJ|CD|IN|WRB|RB)$/u;

/** “said that the talks …” rather than “said that was wrong” or “that plan”. */
function isConjunctionThat(text: AnnotatedText, index: number): boolean {
  const [that, next] = [text.tokens[index], text.tokens[index + 1]];
  if (that?.form.toLowerCase() !== 'that' || next === undefined) return false;
  return that.xpos === 'IN' || (that.relation === 'mark' && AFTER_CONJUNCTION.test(next.xpos));
}

/** The tokens under a clause's head, with its “that” and a leading conjunction left out. */
export function clauseRange(text: AnnotatedText, head: Token, cue: WordCue): TokenRange | undefined {
  const members = collectSubtree(
    text,
    head,
    (token) => token.index === cue.token.index || isLooseCoordination(text, token, head),
  );
  const inner = hullOf(members);
  if (inner === undefined) return undefined;
  const hull = stopAtSemicolon(text, withCondition(text, inner, cue), head);
  return isConjunctionThat(text, hull.first) ? { first: hull.first + 1, end: hull.end } : hull;
}

const CONDITION = /^(?:if|unless|until|once|provided|when|because)$/iu;

/** “said that the pact should be open to them if they meet its terms”: the condition is part of what was said. */
function withCondition(text: AnnotatedText, range: TokenRange, cue: WordCue): TokenRange {
  if (range.first < cue.range.end) return range;
  const conditions = dependentsOf(text, cue.token).filter(
    (child) =>
      /^(?:advcl|ccomp)$/u.test(child.relation) &&
      child.index >= range.end &&
      dependentsOf(text, child).some((mark) => CONDITION.test(mark.form)),
  );
  const end = Math.max(
    range.end,
    ...conditions.map((condition) => hullOf(collectSubtree(text, condition))?.end ?? 0),
  );
  return { first: range.first, end };
}

function stopAtSemicolon(text: AnnotatedText, range: TokenRange, head: Token): TokenRange {
  const stop = text.tokens
    .slice(head.index, range.end)
    .find((token) => token.form === ';' && token.quotation < 0);
  return stop === undefined ? range : { first: range.first, end: stop.index };
}

/** A new main clause that the tree has hung under the reported one: “…, and he added that …” is not reported. */
function isLooseCoordination(text: AnnotatedText, token: Token, head: Token): boolean {
  if (token.head !== head.index || token.relation !== 'parataxis') return false;
  return token.index > head.index && dependentsOf(text, token).some((c) => c.relation === 'nsubj');
}

/**
 * From the first complement right of the cue to the last: “banned | Mahan Air from flying to Germany”. A weekday or
 * a participle clause at the end stays out: “rejected the plan on Monday, saying …”.
 */
export function objectRange(text: AnnotatedText, cue: WordCue): TokenRange | undefined {
  const last = cue.range.end;
  const complements = complementsOf(text, cue.token, last).filter(
    (child) =>
      COMPLEMENT_RELATION.test(child.relation) || isSecondObject(child) || isMistakenPlural(text, child),
  );
  const content = complements.filter((child) => !isCircumstance(text, child) && !isMistakenAs(text, child));
  const first = content[0];
  const end = content.at(-1);
  if (first === undefined || end === undefined) return undefined;
  const hull = hullOf([...collectSubtree(text, first), ...collectSubtree(text, end)]);
  if (hull === undefined || hull.end <= last) return undefined;
  return stopAtParticiple(text, { first: Math.max(hull.first, last), end: hull.end });
}

/** “rejected the ruling, calling it void”: what follows the comma is a report of its own. */
function stopAtParticiple(text: AnnotatedText, range: TokenRange): TokenRange {
  const comma = text.tokens
    .slice(range.first + 1, range.end)
    .find(
      (token) =>
        token.form === ',' &&
        token.quotation < 0 &&
        text.tokens[token.index + 1]?.xpos === 'VBG' &&
        text.tokens[token.index + 1]?.relation !== 'amod',
    );
  return comma === undefined ? range : { first: range.first, end: comma.index };
}

/** “called the deal “null and void” and “ridiculous””: coordinated by the tree with the verb itself. */
function isSecondObject(child: Token): boolean {
  return child.relation === 'conj' && /^(?:ADJ|NOUN|PROPN)$/u.test(child.upos);
}

/** “has Refusing As “absurd””: a capital hides the conjunction from the tagger. */
function isMistakenAs(text: AnnotatedText, { form, index }: Token): boolean {
  return /^as$/iu.test(form) && isQuotationMark(text.tokens[index + 1]);
}

function isCircumstance(text: AnnotatedText, child: Token): boolean {
  if (CALENDAR.test(child.form) || child.relation === 'obl:tmod') return true;
  if (child.relation === 'advmod') return child.children.length === 0;
  if (child.relation !== 'advcl') return false;
  const before = text.tokens[hullOf(collectSubtree(text, child))?.first ?? -1];
  return text.tokens[(before?.index ?? 0) - 1]?.form === ',';
}
