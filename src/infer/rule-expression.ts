import { createHash } from 'node:crypto';
import type { Term } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import { namedNode, stringLiteral } from '../rdf/terms.ts';
import { PREFIXES } from '../rdf/vocabulary.ts';

/** Variable → term; undefined for one without a value. */
export interface Solution {
  readonly get: (variable: string) => Term | undefined;
}

/** What an expression gives for a solution: a term, a number, a truth value; undefined where a variable has no value. */
export type Value = Term | number | boolean | undefined;

/** An expression of a rule, ready to be asked. */
export type Expression = (solution: Solution) => Value;

const TOKEN = /\s*(\?\w+|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|[A-Za-z]+\w*|!=|<=|>=|&&|\|\||[()=<>,*+])/uy;
const NUMBERS: ReadonlySet<string> = new Set([`${PREFIXES.xsd}integer`, `${PREFIXES.xsd}decimal`]);

function tokenise(text: string, where: string): readonly string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new InputError(where, `rules do not know “${text.slice(at).trim()}”`);
    tokens.push(token);
  }
  return tokens;
}

function asText(value: Value): string | undefined {
  return typeof value === 'object' ? value.value : value === undefined ? undefined : String(value);
}

/** Numbers compare as numbers, all else by its characters. */
function plain(value: Value): number | string | boolean | undefined {
  if (typeof value !== 'object') return value;
  return value.termType === 'Literal' && NUMBERS.has(value.datatype.value)
    ? Number(value.value)
    : value.value;
}

const texts = (values: readonly Value[]): readonly string[] => values.map((value) => asText(value) ?? '');

const PATTERNS = new Map<string, RegExp>();

/** A pattern of a rule, compiled once: rules have few, and use them for each pair of actors. */
function patternOf(pattern: string): RegExp {
  const known = PATTERNS.get(pattern) ?? new RegExp(pattern, 'gu');
  PATTERNS.set(pattern, known);
  return known;
}

/** The functions of SPARQL that rules may call; an argument without a value gives none, but for COALESCE. */
const FUNCTIONS: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  STR: ([value]) => stringLiteral(asText(value) ?? ''),
  IRI: ([value]) => namedNode(asText(value) ?? ''),
  CONCAT: (values) => stringLiteral(texts(values).join('')),
  REPLACE: (values) => {
    const [text = '', pattern = '', replacement = ''] = texts(values);
    return stringLiteral(text.replaceAll(patternOf(pattern), replacement));
  },
  SUBSTR: (values) => {
    const [text = '', start = '1', length] = texts(values);
    const from = Number(start) - 1;
    return stringLiteral(text.slice(from, length === undefined ? undefined : from + Number(length)));
  },
  SHA256: ([value]) =>
    stringLiteral(
      createHash('sha256')
        .update(asText(value) ?? '')
        .digest('hex'),
    ),
  COALESCE: (values) => values.find((value) => value !== undefined),
};

const OPERATORS: Readonly<Record<string, (left: Value, right: Value) => Value>> = {
  '=': (left, right) => plain(left) === plain(right),
  '!=': (left, right) => plain(left) !== plain(right),
  '<': (left, right) => (plain(left) ?? '') < (plain(right) ?? ''),
  '>': (left, right) => (plain(left) ?? '') > (plain(right) ?? ''),
  '*': (left, right) => Number(plain(left)) * Number(plain(right)),
};

function applied(call: (values: readonly Value[]) => Value, parts: readonly Expression[]): Expression {
  return (solution) => {
    const values = parts.map((part) => part(solution));
    return call !== FUNCTIONS['COALESCE'] && values.includes(undefined) ? undefined : call(values);
  };
}

/** Reads an expression such as `?now != ?then` or `IRI(REPLACE(STR(?p), "position/", "change/"))`. */
export function parseExpression(text: string, where: string): Expression {
  const tokens = [...tokenise(text, where)];
  const expected = (what: string): InputError => new InputError(where, `expected ${what} in “${text}”`);
  const readPrimary = (): Expression => {
    const token = tokens.shift();
    if (token === undefined) throw expected('a value');
    if (token.startsWith('?')) return (solution) => solution.get(token.slice(1));
    if (token.startsWith('"')) {
      const literal = stringLiteral(token.slice(1, -1).replaceAll(/\\(.)/gu, '$1'));
      return () => literal;
    }
    if (/^-?\d/u.test(token)) return () => Number(token);
    const call = FUNCTIONS[token];
    if (call === undefined) throw new InputError(where, `rules do not know “${token}”`);
    if (tokens.shift() !== '(') throw expected('(');
    const parts = [readBinary()];
    while (tokens[0] === ',') {
      tokens.shift();
      parts.push(readBinary());
    }
    if (tokens.shift() !== ')') throw expected(')');
    return applied(call, parts);
  };
  const readBinary = (): Expression => {
    let left = readPrimary();
    // From left to right, as the few rules need: `?polarity * ?held = -1`.
    for (
      let operate = OPERATORS[tokens[0] ?? ''];
      operate !== undefined;
      operate = OPERATORS[tokens[0] ?? '']
    ) {
      tokens.shift();
      const both = [left, readPrimary()];
      const operator = operate;
      left = applied(([one, other]) => operator(one, other), both);
    }
    return left;
  };
  const expression = readBinary();
  if (tokens.length > 0) throw expected(`nothing after “${tokens.join(' ')}”`);
  return expression;
}
