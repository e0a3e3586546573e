import type { Term } from '@rdfjs/types';
import type { ColumnarIndex } from '../columnar/columnar-index.ts';
import type { StoredTerm } from '../columnar/term-dictionary.ts';
import { makeTerm, numberTerm } from '../columnar/term-dictionary.ts';
import { TERM_KIND } from '../columnar/term-kind.ts';
import { VALUE_CLASS, readTermValue } from '../columnar/term-values.ts';

/** The terms of an index together with those that one query computes; their numbers follow the index's. */
export interface TermSpace {
  /** Numbers from here on are computed terms. */
  readonly firstComputed: number;
  readonly kind: (id: number) => number;
  readonly qualifier: (id: number) => number;
  readonly text: (id: number) => string;
  /** The RDF term; the same object for the same number. */
  readonly term: (id: number) => StoredTerm;
  /** One of `VALUE_CLASS`. */
  readonly valueClass: (id: number) => number;
  readonly number: (id: number) => number;
  /** The number of a term, which is added when it is new. */
  readonly add: (kind: number, qualifier: number, text: string) => number;
  readonly addTerm: (term: Term) => number;
  readonly typed: (text: string, datatype: string) => number;
  readonly string: (text: string) => number;
  readonly integer: (value: number) => number;
  readonly boolean: (value: boolean) => number;
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** A term space over an index, with no computed terms yet. */
export function createTermSpace({ dictionary, values }: ColumnarIndex): TermSpace {
  const firstComputed = dictionary.length;
  const kinds: number[] = [];
  const qualifiers: number[] = [];
  const texts: string[] = [];
  const classes: number[] = [];
  const numbers: number[] = [];
  const computed = new Map<string, number>();
  const made = new Map<number, StoredTerm>();

  const kind = (id: number): number =>
    id < firstComputed ? dictionary.kind(id) : (kinds[id - firstComputed] ?? 0);
  const qualifier = (id: number): number =>
    id < firstComputed ? dictionary.qualifier(id) : (qualifiers[id - firstComputed] ?? 0);
  const text = (id: number): string =>
    id < firstComputed ? dictionary.text(id) : (texts[id - firstComputed] ?? '');

  function add(termKind: number, termQualifier: number, termText: string): number {
    const stored = termQualifier < firstComputed ? dictionary.lookUp(termKind, termQualifier, termText) : 0;
    if (stored !== 0) return stored;
    const key = `${termKind} ${termQualifier} ${termText}`;
    const known = computed.get(key);
    if (known !== undefined) return known;
    const id = firstComputed + kinds.length;
    computed.set(key, id);
    const datatype = termKind === TERM_KIND.typedLiteral ? text(termQualifier) : '';
    const { valueClass, number } = readTermValue(termKind, datatype, termText);
    kinds.push(termKind);
    qualifiers.push(termQualifier);
    texts.push(termText);
    classes.push(valueClass);
    numbers.push(number);
    return id;
  }

  const typed = (value: string, datatype: string): number =>
    add(TERM_KIND.typedLiteral, add(TERM_KIND.iri, 0, datatype), value);

  return {
    firstComputed,
    kind,
    qualifier,
    text,
    term: (id) => {
      const known = made.get(id);
      if (known !== undefined) return known;
      const term = makeTerm({ kind, qualifier, text }, id);
      made.set(id, term);
      return term;
    },
    valueClass: (id) =>
      id < firstComputed
        ? (values.classes[id] ?? VALUE_CLASS.none)
        : (classes[id - firstComputed] ?? VALUE_CLASS.none),
    number: (id) => (id < firstComputed ? (values.numbers[id] ?? 0) : (numbers[id - firstComputed] ?? 0)),
    add,
    addTerm: (term) => numberTerm(term, add),
    typed,
    string: (value) => typed(value, `${XSD}string`),
    integer: (value) => typed(String(value), `${XSD}integer`),
    boolean: (value) => typed(String(value), `${XSD}boolean`),
  };
}
