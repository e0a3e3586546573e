/** An exact decimal number: `digits` × 10^−`scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Zero. */
export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** Reads the lexical form of an xsd:integer or xsd:decimal. */
export function parseDecimal(text: string): Decimal {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)\.?(\d*)$/u.exec(text) ?? [];
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

function rescale({ digits, scale }: Decimal, target: number): bigint {
  return digits * 10n ** BigInt(target - scale);
}

/** The sum. */
export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { digits: rescale(left, scale) + rescale(right, scale), scale };
}

/** The product. */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return { digits: left.digits * right.digits, scale: left.scale + right.scale };
}

/** The quotient by a whole number, to 18 places, rounded towards zero. */
export function divideDecimal(value: Decimal, divisor: number): Decimal {
  const scale = Math.max(18, value.scale);
  return { digits: rescale(value, scale) / BigInt(divisor), scale };
}

/** The lexical form of an xsd:decimal with at least one place: `1.0`, `-0.25`. */
export function formatDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const plain = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = plain.slice(0, plain.length - scale);
  const fraction = plain.slice(plain.length - scale).replace(/0+$/u, '');
  return `${sign}${whole}.${fraction === '' ? '0' : fraction}`;
}
