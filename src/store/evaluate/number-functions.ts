import { VALUE_CLASS, isNumericClass } from '../columnar/term-values.ts';
import { addDecimals, formatDecimal, multiplyDecimals, parseDecimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { TermSpace } from './term-space.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** The number of a literal of a numeric class, in the form that the results of this engine have. */
export function numericTerm(terms: TermSpace, value: number, valueClass: number): number {
  const text = formatFloatingPoint(value);
  return terms.typed(text, valueClass === VALUE_CLASS.float ? `${XSD}float` : `${XSD}double`);
}

/** Canonical form of XML Schema: `1.5E0`. */
function formatFloatingPoint(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent.replace('+', '')}`;
}

/** The term of an exact number: an integer stays one. */
export function decimalTerm(terms: TermSpace, value: Decimal, valueClass: number): number {
  return valueClass === VALUE_CLASS.integer
    ? terms.typed(value.digits.toString(), `${XSD}integer`)
    : terms.typed(formatDecimal(value), `${XSD}decimal`);
}

/** The exact number of an integer or a decimal. */
export function decimalOf(terms: TermSpace, id: number): Decimal {
  return parseDecimal(terms.text(id));
}

function arithmetic(
  exact: (left: Decimal, right: Decimal) => Decimal,
  rounded: (left: number, right: number) => number,
) {
  return (terms: TermSpace, left: number, right: number): number => {
    if (left === 0 || right === 0) return 0;
    const leftClass = terms.valueClass(left);
    const rightClass = terms.valueClass(right);
    if (!isNumericClass(leftClass) || !isNumericClass(rightClass)) return 0;
    const valueClass = Math.max(leftClass, rightClass);
    if (valueClass === VALUE_CLASS.integer || valueClass === VALUE_CLASS.decimal) {
      return decimalTerm(terms, exact(decimalOf(terms, left), decimalOf(terms, right)), valueClass);
    }
    const value = rounded(terms.number(left), terms.number(right));
    return numericTerm(terms, valueClass === VALUE_CLASS.float ? Math.fround(value) : value, valueClass);
  };
}

/** Arithmetic: exact on integers and decimals, rounded on floats and doubles. */
export const NUMBER_FUNCTIONS: Readonly<
  Record<string, (terms: TermSpace, left: number, right: number) => number>
> = {
  '+': arithmetic(addDecimals, (left, right) => left + right),
  '-': arithmetic(
    (left, right) => addDecimals(left, { ...right, digits: -right.digits }),
    (left, right) => left - right,
  ),
  '*': arithmetic(multiplyDecimals, (left, right) => left * right),
};
