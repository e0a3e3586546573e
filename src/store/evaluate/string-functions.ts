import { createHash } from 'node:crypto';
import { unpackTriple } from '../columnar/term-dictionary.ts';
import { TERM_KIND } from '../columnar/term-kind.ts';
import { VALUE_CLASS } from '../columnar/term-values.ts';
import { truth } from './compare-terms.ts';
import type { Truth } from './compare-terms.ts';
import type { Compiled, Test } from './expression-context.ts';
import type { Expression } from './operation.ts';
import { constantText, readRegex } from './operators.ts';
import type { TermSpace } from './term-space.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

function isString(terms: TermSpace, id: number): boolean {
  const valueClass = terms.valueClass(id);
  return id !== 0 && (valueClass === VALUE_CLASS.string || valueClass === VALUE_CLASS.languageString);
}

/** Argument compatibility (SPARQL 1.1, 17.4.3.1.2): the second is plain, or both have one language. */
function areCompatible(terms: TermSpace, left: number, right: number): boolean {
  if (!isString(terms, left) || !isString(terms, right)) return false;
  return terms.valueClass(right) === VALUE_CLASS.string || terms.qualifier(left) === terms.qualifier(right);
}

function testOfTexts(test: (text: string, part: string) => boolean) {
  return (terms: TermSpace, left: number, right: number): Truth =>
    areCompatible(terms, left, right) ? truth(test(terms.text(left), terms.text(right))) : -1;
}

/** Functions of two strings that are true or false. */
export const STRING_TESTS: Readonly<
  Record<string, (terms: TermSpace, left: number, right: number) => Truth>
> = {
  contains: testOfTexts((text, part) => text.includes(part)),
  strstarts: testOfTexts((text, part) => text.startsWith(part)),
  strends: testOfTexts((text, part) => text.endsWith(part)),
  langmatches: (terms, tag, range) => {
    if (terms.valueClass(tag) !== VALUE_CLASS.string || terms.valueClass(range) !== VALUE_CLASS.string)
      return -1;
    const [have, want] = [terms.text(tag).toLowerCase(), terms.text(range).toLowerCase()];
    if (want === '*') return truth(have !== '');
    return truth(have === want || have.startsWith(`${want}-`));
  },
};

function mapText(change: (text: string) => string) {
  return (terms: TermSpace, id: number): number =>
    isString(terms, id) ? terms.add(terms.kind(id), terms.qualifier(id), change(terms.text(id))) : 0;
}

function partOfDate(part: RegExp) {
  return (terms: TermSpace, id: number): number => {
    const valueClass = terms.valueClass(id);
    if (valueClass !== VALUE_CLASS.date && valueClass !== VALUE_CLASS.dateTime) return 0;
    const [, digits] = part.exec(terms.text(id)) ?? [];
    return digits === undefined ? 0 : terms.integer(Number(digits));
  };
}

function partOfTriple(part: 0 | 1 | 2) {
  return (terms: TermSpace, id: number): number =>
    id !== 0 && terms.kind(id) === TERM_KIND.triple ? unpackTriple(terms.text(id), part) : 0;
}

/** Functions of one term that give a term. */
export const STRING_VALUES: Readonly<Record<string, (terms: TermSpace, id: number) => number>> = {
  str: (terms, id) => {
    const kind = id === 0 ? 0 : terms.kind(id);
    if (kind !== TERM_KIND.iri && kind !== TERM_KIND.typedLiteral && kind !== TERM_KIND.languageLiteral)
      return 0;
    return terms.string(terms.text(id));
  },
  lang: (terms, id) => {
    if (terms.kind(id) === TERM_KIND.typedLiteral) return terms.string('');
    if (terms.kind(id) !== TERM_KIND.languageLiteral) return 0;
    return terms.string(terms.text(terms.qualifier(id)).replace(/--.*$/u, ''));
  },
  datatype: (terms, id) => {
    if (terms.kind(id) === TERM_KIND.typedLiteral) return terms.qualifier(id);
    if (terms.kind(id) !== TERM_KIND.languageLiteral) return 0;
    const isDirected = terms.text(terms.qualifier(id)).includes('--');
    return terms.add(TERM_KIND.iri, 0, isDirected ? `${RDF}dirLangString` : `${RDF}langString`);
  },
  strlen: (terms, id) => (isString(terms, id) ? terms.integer(Array.from(terms.text(id)).length) : 0),
  lcase: mapText((text) => text.toLowerCase()),
  ucase: mapText((text) => text.toUpperCase()),
  sha256: (terms, id) =>
    id !== 0 && terms.valueClass(id) === VALUE_CLASS.string
      ? terms.string(createHash('sha256').update(terms.text(id), 'utf8').digest('hex'))
      : 0,
  year: partOfDate(/^(-?\d+)-/u),
  month: partOfDate(/^-?\d+-(\d\d)/u),
  day: partOfDate(/^-?\d+-\d\d-(\d\d)/u),
  subject: partOfTriple(0),
  predicate: partOfTriple(1),
  object: partOfTriple(2),
};

/** CONCAT: the strings joined; they keep their language where all have the same one. */
export function concatenate(terms: TermSpace, ids: readonly number[]): number {
  const [first = 0] = ids;
  if (!ids.every((id) => isString(terms, id))) return 0;
  const text = ids.map((id) => terms.text(id)).join('');
  const haveOneKind = ids.every(
    (id) => terms.kind(id) === terms.kind(first) && terms.qualifier(id) === terms.qualifier(first),
  );
  return first !== 0 && haveOneKind
    ? terms.add(terms.kind(first), terms.qualifier(first), text)
    : terms.string(text);
}

/** REGEX with a pattern that the query gives. */
export function compileRegex(
  terms: TermSpace,
  text: Compiled,
  call: Expression & { readonly type: 'call' },
): Test {
  const [, pattern, flags] = call.arguments.map(constantText);
  const expression = readRegex(pattern ?? '', flags);
  return (batch, row) => {
    const id = text.value(batch, row);
    return isString(terms, id) && expression !== undefined ? truth(expression.test(terms.text(id))) : -1;
  };
}
