import { TERM_KIND } from './term-kind.ts';

/** What a literal's value may be compared with. `none` is a term without a value: an IRI, a triple term, an unknown datatype. */
export const VALUE_CLASS = {
  none: 0,
  string: 1,
  languageString: 2,
  integer: 3,
  decimal: 4,
  float: 5,
  double: 6,
  boolean: 7,
  date: 8,
  dateTime: 9,
  /** A known datatype with a lexical form that it does not have: `"abc"^^xsd:integer`. */
  illTyped: 10,
  /** A datatype that this index does not compare: durations, times, years, anything else. */
  other: 11,
} as const;

/** A value: its class, and a number for those classes that have one. */
export interface TermValue {
  readonly valueClass: number;
  readonly number: number;
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';

const INTEGER_TYPES =
  'integer long int short byte nonNegativeInteger positiveInteger unsignedLong unsignedInt unsignedShort unsignedByte nonPositiveInteger negativeInteger';

const CLASS_BY_DATATYPE: ReadonlyMap<string, number> = new Map([
  [`${XSD}string`, VALUE_CLASS.string],
  ...INTEGER_TYPES.split(' ').map((name) => [XSD + name, VALUE_CLASS.integer] as const),
  [`${XSD}decimal`, VALUE_CLASS.decimal],
  [`${XSD}float`, VALUE_CLASS.float],
  [`${XSD}double`, VALUE_CLASS.double],
  [`${XSD}boolean`, VALUE_CLASS.boolean],
  [`${XSD}date`, VALUE_CLASS.date],
  [`${XSD}dateTime`, VALUE_CLASS.dateTime],
]);

const NO_VALUE: TermValue = { valueClass: VALUE_CLASS.none, number: 0 };
const ILL_TYPED: TermValue = { valueClass: VALUE_CLASS.illTyped, number: 0 };

/** Whether values of a class are numbers. */
export function isNumericClass(valueClass: number): boolean {
  return valueClass >= VALUE_CLASS.integer && valueClass <= VALUE_CLASS.double;
}

/** The value of a term, given the text of its datatype. Dates are milliseconds since 1970, without a zone in UTC. */
export function readTermValue(kind: number, datatype: string, text: string): TermValue {
  if (kind === TERM_KIND.languageLiteral) return { valueClass: VALUE_CLASS.languageString, number: 0 };
  if (kind !== TERM_KIND.typedLiteral) return NO_VALUE;
  const valueClass = CLASS_BY_DATATYPE.get(datatype) ?? VALUE_CLASS.other;
  const number = readNumber(valueClass, text);
  return number === undefined ? ILL_TYPED : { valueClass, number };
}

function readNumber(valueClass: number, text: string): number | undefined {
  switch (valueClass) {
    case VALUE_CLASS.integer:
      return /^[+-]?\d+$/u.test(text) ? Number(text) : undefined;
    case VALUE_CLASS.decimal:
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(text) ? Number(text) : undefined;
    case VALUE_CLASS.float:
      return roundToSingle(readFloatingPoint(text));
    case VALUE_CLASS.double:
      return readFloatingPoint(text);
    case VALUE_CLASS.boolean:
      return { true: 1, 1: 1, false: 0, 0: 0 }[text];
    case VALUE_CLASS.date:
      return readDate(text);
    case VALUE_CLASS.dateTime:
      return readDateTime(text);
    default:
      return 0;
  }
}

function roundToSingle(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.fround(value);
}

function readFloatingPoint(text: string): number | undefined {
  if (/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/u.test(text)) return Number(text);
  if (text === 'NaN') return Number.NaN;
  const [, sign] = /^([+-]?)INF$/u.exec(text) ?? [];
  if (sign === undefined) return undefined;
  return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

const DATE = /^(-?\d{4,})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/u;
const DATE_TIME = /^(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/u;

function readDate(text: string): number | undefined {
  const [, year, month, day, zone = ''] = DATE.exec(text) ?? [];
  return instant([year, month, day, '0', '0', '0'].map(Number), 0, zone);
}

function readDateTime(text: string): number | undefined {
  const [, year, month, day, hour, minute, second, fraction = '', zone = ''] = DATE_TIME.exec(text) ?? [];
  return instant([year, month, day, hour, minute, second].map(Number), Number(`0${fraction}`) * 1000, zone);
}

function instant(parts: readonly number[], milliseconds: number, zone: string): number | undefined {
  const [year = Number.NaN, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (Number.isNaN(year) || month < 1 || month > 12 || day < 1 || minute > 59 || second > 59)
    return undefined;
  if (hour > 24 || (hour === 24 && (minute > 0 || second > 0 || milliseconds > 0))) return undefined;
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  if (moment.getUTCMonth() !== month - 1) return undefined;
  const offset = readZone(zone);
  return moment.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds;
}

/** Minutes east of Greenwich. */
function readZone(zone: string): number {
  if (zone === '' || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** The classes and numbers of all terms of a dictionary, by term number. */
export interface ValueColumns {
  readonly classes: Uint8Array;
  readonly numbers: Float64Array;
}

/** Reads the value of every term once, so that a comparison of a query is one of numbers. */
export function readValueColumns(terms: {
  readonly length: number;
  readonly kind: (id: number) => number;
  readonly qualifier: (id: number) => number;
  readonly text: (id: number) => string;
}): ValueColumns {
  const classes = new Uint8Array(terms.length);
  const numbers = new Float64Array(terms.length);
  const classByDatatype = new Map<number, number>();
  for (let id = 1; id < terms.length; id += 1) {
    const kind = terms.kind(id);
    if (kind === TERM_KIND.languageLiteral) classes[id] = VALUE_CLASS.languageString;
    if (kind !== TERM_KIND.typedLiteral) continue;
    const datatype = terms.qualifier(id);
    let valueClass = classByDatatype.get(datatype);
    if (valueClass === undefined) {
      valueClass = CLASS_BY_DATATYPE.get(terms.text(datatype)) ?? VALUE_CLASS.other;
      classByDatatype.set(datatype, valueClass);
    }
    // Texts of strings are long and have no number.
    const isPlain = valueClass === VALUE_CLASS.string || valueClass === VALUE_CLASS.other;
    const number = isPlain ? 0 : readNumber(valueClass, terms.text(id));
    classes[id] = number === undefined ? VALUE_CLASS.illTyped : valueClass;
    numbers[id] = number ?? 0;
  }
  return { classes, numbers };
}
