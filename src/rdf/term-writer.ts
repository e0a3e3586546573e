import type { Literal, Term } from '@rdfjs/types';
import { compareCodeUnits } from './compare-code-units.ts';
import { PREFIXES } from './vocabulary.ts';

const RDF_TYPE = `${PREFIXES.rdf}type`;
const ABBREVIATED: Readonly<Record<string, RegExp>> = {
  [`${PREFIXES.xsd}boolean`]: /^(?:true|false)$/u,
  [`${PREFIXES.xsd}integer`]: /^[+-]?\d+$/u,
  [`${PREFIXES.xsd}decimal`]: /^[+-]?\d*\.\d+$/u,
};
/** The part of Turtle's local names that every tool reads alike. */
export const LOCAL_NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_./-]*[A-Za-z0-9_-])?$/u;
// U+0000–U+001F, `"`, `\`, U+007F and what no UTF-8 file can hold: the escapes of canonical N-Triples.
const TO_ESCAPE = /["\\\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const NOT_IN_IRI = /[\p{Cc} <>"{}|^`\\\p{Cs}]/gu;
const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

function numericEscape(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function quoteString(value: string): string {
  return `"${value.replaceAll(TO_ESCAPE, (found) => NAMED_ESCAPES[found] ?? numericEscape(found))}"`;
}

/** Writes terms as Turtle does, by prefixed names and Turtle's short literals where prefixes are given. */
export class TermWriter {
  /** The prefixes that what was written so far needs. */
  readonly used = new Set<string>();
  readonly #prefixes: readonly (readonly [string, string])[];
  readonly #written = new Map<string, string>();

  constructor(prefixes: Readonly<Record<string, string>>) {
    // The longest namespace first, so that the most specific prefix wins.
    this.#prefixes = Object.entries(prefixes).toSorted(
      ([leftName, left], [rightName, right]) =>
        right.length - left.length || compareCodeUnits(leftName, rightName),
    );
  }

  iri(iri: string): string {
    let written = this.#written.get(iri);
    if (written === undefined) {
      written = this.#prefixedName(iri) ?? `<${iri.replaceAll(NOT_IN_IRI, numericEscape)}>`;
      this.#written.set(iri, written);
    }
    return written;
  }

  #prefixedName(iri: string): string | undefined {
    for (const [prefix, start] of this.#prefixes) {
      if (!iri.startsWith(start) || !LOCAL_NAME.test(iri.slice(start.length))) continue;
      this.used.add(prefix);
      return `${prefix}:${iri.slice(start.length).replaceAll('/', '\\/')}`;
    }
    return undefined;
  }

  predicate(predicate: Term): string {
    return this.#prefixes.length > 0 && predicate.value === RDF_TYPE ? 'a' : this.term(predicate);
  }

  term(term: Term): string {
    switch (term.termType) {
      case 'NamedNode':
        return this.iri(term.value);
      case 'BlankNode':
        return `_:${term.value}`;
      case 'Literal':
        return this.#literal(term);
      case 'Quad':
        return `<<( ${this.term(term.subject)} ${this.predicate(term.predicate)} ${this.term(term.object)} )>>`;
      case 'DefaultGraph':
        return '';
      case 'Variable':
        throw new TypeError(`a graph holds no variables: ?${term.value}`);
      default:
        throw new TypeError('unknown kind of RDF term');
    }
  }

  #literal(literal: Literal): string {
    if (literal.language !== '') {
      const direction = literal.direction ? `--${literal.direction}` : '';
      return `${quoteString(literal.value)}@${literal.language}${direction}`;
    }
    const datatype = literal.datatype.value;
    if (datatype === `${PREFIXES.xsd}string`) return quoteString(literal.value);
    if (this.#prefixes.length > 0 && ABBREVIATED[datatype]?.test(literal.value) === true)
      return literal.value;
    return `${quoteString(literal.value)}^^${this.iri(datatype)}`;
  }
}
