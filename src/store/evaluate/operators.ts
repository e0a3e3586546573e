import type { Expression } from './operation.ts';

interface Arity {
  readonly least: number;
  readonly most: number;
}

const exactly = (count: number): Arity => ({ least: count, most: count });
const ANY_NUMBER: Arity = { least: 0, most: Number.POSITIVE_INFINITY };

/** The operators and functions that the index computes, with how many arguments they take. */
export const OPERATORS: ReadonlyMap<string, Arity> = new Map([
  ...['!', 'bound', 'isiri', 'isuri', 'isblank', 'isliteral', 'isnumeric', 'istriple'].map(
    (name) => [name, exactly(1)] as const,
  ),
  ...['str', 'lang', 'datatype', 'strlen', 'lcase', 'ucase', 'sha256', 'year', 'month', 'day'].map(
    (name) => [name, exactly(1)] as const,
  ),
  ...['subject', 'predicate', 'object'].map((name) => [name, exactly(1)] as const),
  ...['&&', '||', '=', '!=', '<', '>', '<=', '>=', 'sameterm', 'langmatches'].map(
    (name) => [name, exactly(2)] as const,
  ),
  ...['contains', 'strstarts', 'strends', '+', '-', '*'].map((name) => [name, exactly(2)] as const),
  ['regex', { least: 2, most: 3 }],
  ['if', exactly(3)],
  ['in', { least: 1, most: Number.POSITIVE_INFINITY }],
  ['notin', { least: 1, most: Number.POSITIVE_INFINITY }],
  ['coalesce', ANY_NUMBER],
  ['concat', ANY_NUMBER],
]);

/** Whether a call is computed here. */
export function isKnownOperator(operator: string, values: readonly Expression[]): boolean {
  const arity = OPERATORS.get(operator);
  if (arity === undefined || values.length < arity.least || values.length > arity.most) return false;
  return operator === 'regex' ? isPlainRegex(values) : operator !== 'bound' || values[0]?.type === 'variable';
}

/** A pattern known beforehand whose flags JavaScript has, too. */
function isPlainRegex(values: readonly Expression[]): boolean {
  const [, pattern, flags] = values.map(constantText);
  if (pattern === undefined || (values.length === 3 && flags === undefined)) return false;
  return readRegex(pattern, flags) !== undefined;
}

/** The text of a plain string given in the query. */
export function constantText(expression: Expression): string | undefined {
  if (expression.type !== 'term' || expression.term.termType !== 'Literal') return undefined;
  const { term } = expression;
  return term.datatype.value === 'http://www.w3.org/2001/XMLSchema#string' ? term.value : undefined;
}

/** The regular expression; undefined when it is none that JavaScript reads as XPath does. */
export function readRegex(pattern: string, flags = ''): RegExp | undefined {
  if (!/^(?!.*(.).*\1)[ims]*$/u.test(flags)) return undefined;
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
