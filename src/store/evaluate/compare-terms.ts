import { unpackTriple } from '../columnar/term-dictionary.ts';
import { TERM_KIND } from '../columnar/term-kind.ts';
import { VALUE_CLASS, isNumericClass } from '../columnar/term-values.ts';
import type { TermSpace } from './term-space.ts';

/** The outcome of a test: 1 true, 0 false, -1 a type error. */
export type Truth = -1 | 0 | 1;

/** The boolean as a truth. */
export function truth(value: boolean): Truth {
  return value ? 1 : 0;
}

/** `!`: an error stays one. */
export function negate(value: Truth): Truth {
  if (value === -1) return -1;
  return value === 0 ? 1 : 0;
}

function isLiteral(kind: number): boolean {
  return kind === TERM_KIND.typedLiteral || kind === TERM_KIND.languageLiteral;
}

function isStringClass(valueClass: number): boolean {
  return valueClass === VALUE_CLASS.string || valueClass === VALUE_CLASS.languageString;
}

function isOrderedByNumber(valueClass: number): boolean {
  return (
    valueClass === VALUE_CLASS.boolean ||
    valueClass === VALUE_CLASS.date ||
    valueClass === VALUE_CLASS.dateTime
  );
}

/** SPARQL's `=`: by value where both have comparable values, else by term; two literals that cannot be compared are an error. */
export function areEqual(terms: TermSpace, left: number, right: number): Truth {
  if (left === 0 || right === 0) return -1;
  const leftClass = terms.valueClass(left);
  const rightClass = terms.valueClass(right);
  if (isNumericClass(leftClass) && isNumericClass(rightClass)) {
    return truth(terms.number(left) === terms.number(right));
  }
  if (left === right) return 1;
  const leftKind = terms.kind(left);
  const rightKind = terms.kind(right);
  if (leftKind === TERM_KIND.triple && rightKind === TERM_KIND.triple) {
    return areTriplesEqual(terms, terms.text(left), terms.text(right));
  }
  if (!isLiteral(leftKind) || !isLiteral(rightKind)) return 0;
  if (isStringClass(leftClass) && isStringClass(rightClass)) return 0;
  if (leftClass === rightClass && isOrderedByNumber(leftClass)) {
    return truth(terms.number(left) === terms.number(right));
  }
  return -1;
}

function areTriplesEqual(terms: TermSpace, left: string, right: string): Truth {
  for (const part of [0, 1, 2] as const) {
    const equal = areEqual(terms, unpackTriple(left, part), unpackTriple(right, part));
    if (equal !== 1) return equal;
  }
  return 1;
}

/** SPARQL's `<`; an error for terms that have no order. */
export function isLess(terms: TermSpace, left: number, right: number): Truth {
  if (left === 0 || right === 0) return -1;
  const leftClass = terms.valueClass(left);
  const rightClass = terms.valueClass(right);
  if (isNumericClass(leftClass) && isNumericClass(rightClass)) {
    return truth(terms.number(left) < terms.number(right));
  }
  if (leftClass !== rightClass) return -1;
  if (isOrderedByNumber(leftClass)) return truth(terms.number(left) < terms.number(right));
  if (leftClass === VALUE_CLASS.string) return truth(compareText(terms.text(left), terms.text(right)) < 0);
  return -1;
}

/** SPARQL's `<=`. */
export function isLessOrEqual(terms: TermSpace, left: number, right: number): Truth {
  const less = isLess(terms, left, right);
  return less === 0 ? areEqual(terms, left, right) : less;
}

/** The effective boolean value. */
export function effectiveBoolean(terms: TermSpace, id: number): Truth {
  if (id === 0) return -1;
  const valueClass = terms.valueClass(id);
  if (valueClass === VALUE_CLASS.boolean) return truth(terms.number(id) === 1);
  if (valueClass === VALUE_CLASS.string) return truth(terms.text(id) !== '');
  if (isNumericClass(valueClass)) return truth(terms.number(id) !== 0 && !Number.isNaN(terms.number(id)));
  return -1;
}

/** Compares by code point, as SPARQL's default collation does; code units differ where surrogates stand. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const one = left.charCodeAt(index);
    const other = right.charCodeAt(index);
    if (one === other) continue;
    const oneIsSurrogate = (one & 0xf800) === 0xd800;
    return oneIsSurrogate === ((other & 0xf800) === 0xd800) ? one - other : oneIsSurrogate ? 1 : -1;
  }
  return left.length - right.length;
}

/** Place of a term in ORDER BY before values count: unbound, blank nodes, IRIs, literals, triple terms. */
const KIND_RANK: readonly number[] = [0, 5, 2, 1, 3, 3, 5, 4];

/** Literals of different kinds have no order in SPARQL; this one keeps values together, numbers first. */
const CLASS_RANK: readonly number[] = [9, 2, 3, 0, 0, 0, 0, 4, 5, 6, 7, 8];

/** The order of ORDER BY, total up to equal values: negative, 0 or positive. Unbound is 0. */
export function compareForOrder(terms: TermSpace, left: number, right: number): number {
  if (left === right) return 0;
  const leftKind = left === 0 ? 0 : terms.kind(left);
  const rightKind = right === 0 ? 0 : terms.kind(right);
  const byKind = (KIND_RANK[leftKind] ?? 0) - (KIND_RANK[rightKind] ?? 0);
  if (byKind !== 0) return byKind;
  if (leftKind === TERM_KIND.triple) return compareTriples(terms, terms.text(left), terms.text(right));
  if (isLiteral(leftKind)) return compareLiterals(terms, left, right);
  return compareText(terms.text(left), terms.text(right));
}

function compareLiterals(terms: TermSpace, left: number, right: number): number {
  const leftClass = terms.valueClass(left);
  const rightClass = terms.valueClass(right);
  const byClass = (CLASS_RANK[leftClass] ?? 0) - (CLASS_RANK[rightClass] ?? 0);
  if (byClass !== 0) return byClass;
  if (isNumericClass(leftClass) || isOrderedByNumber(leftClass)) {
    return compareNumbers(terms.number(left), terms.number(right));
  }
  if (leftClass === VALUE_CLASS.other || leftClass === VALUE_CLASS.illTyped) {
    const byDatatype = compareText(terms.text(terms.qualifier(left)), terms.text(terms.qualifier(right)));
    if (byDatatype !== 0) return byDatatype;
  }
  const byText = compareText(terms.text(left), terms.text(right));
  if (byText !== 0) return byText;
  return compareText(terms.text(terms.qualifier(left)), terms.text(terms.qualifier(right)));
}

/** NaN comes first, so that the order is total. */
function compareNumbers(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
}

function compareTriples(terms: TermSpace, left: string, right: string): number {
  for (const part of [0, 1, 2] as const) {
    const order = compareForOrder(terms, unpackTriple(left, part), unpackTriple(right, part));
    if (order !== 0) return order;
  }
  return 0;
}
