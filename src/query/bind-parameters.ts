import type { Term } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import { languageLiteral, namedNode, stringLiteral, typedLiteral } from '../rdf/terms.ts';
import { xsd } from '../rdf/vocabulary.ts';
import type { NamedKind, NameResolver } from './name-resolver.ts';
import { nearestNames } from './nearest-names.ts';
import type { ParameterType } from './parameter-type.ts';
import { expandIri } from './prefixes.ts';
import { listWords } from './query-file.ts';
import type { QueryFile } from './query-file.ts';

/** How the value of a type becomes a term, and what to tell whoever wrote another. */
interface ValueForm {
  readonly expected: string;
  /** Undefined where the value has not the form. */
  readonly read: (value: string) => Term | undefined;
}

type LiteralType = Exclude<ParameterType, NamedKind>;

const VALUE_FORMS: Readonly<Record<LiteralType, ValueForm>> = {
  iri: {
    expected: 'an IRI such as https://example.org/x, <https://example.org/x> or dip:rejects',
    read: (value) => {
      const iri = expandIri(value);
      return iri === undefined ? undefined : namedNode(iri);
    },
  },
  'xsd:string': { expected: 'any text', read: stringLiteral },
  'xsd:date': {
    expected: 'a day as YYYY-MM-DD',
    read: (value) => (isDay(value) ? typedLiteral(value, xsd.date) : undefined),
  },
  'xsd:integer': {
    expected: 'a whole number such as 12',
    read: (value) => (/^[+-]?\d+$/u.test(value) ? typedLiteral(value, xsd.integer) : undefined),
  },
  'xsd:decimal': {
    expected: 'a decimal number such as 0.5',
    read: (value) =>
      /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u.test(value) ? typedLiteral(value, xsd.decimal) : undefined,
  },
  'xsd:boolean': {
    expected: 'true or false',
    read: (value) => (/^(?:true|false)$/u.test(value) ? typedLiteral(value, xsd.boolean) : undefined),
  },
  'rdf:langString': {
    expected: 'a text and its language such as ceasefire@en',
    read: (value) => {
      const [, text, language] = /^(.*)@([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)$/su.exec(value) ?? [];
      return text === undefined || language === undefined
        ? undefined
        : languageLiteral(text, language.toLowerCase());
    },
  },
};

function isDay(value: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value) ?? [];
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
}

/**
 * The variables of a query and the terms that they are bound to, from the values that a user gave by name.
 * A value becomes a term, never a piece of the query: no value can change what is asked.
 * @throws InputError for a parameter that is unknown, missing or of another form.
 */
export function bindParameters(
  query: QueryFile,
  values: ReadonlyMap<string, string>,
  resolveName: NameResolver,
): ReadonlyMap<string, Term> {
  for (const name of values.keys()) {
    if (!query.parameters.some((parameter) => parameter.name === name)) {
      throw new InputError(query.origin, describeUnknown(name, query));
    }
  }
  const bindings = new Map<string, Term>();
  for (const { name, type, optional, defaultValue, description } of query.parameters) {
    const value = values.get(name) ?? defaultValue;
    if (value === undefined) {
      if (optional) continue;
      const meaning = description === '' ? '' : `: ${description}`;
      throw new InputError(
        query.origin,
        `parameter "${name}" is missing (${type}${meaning}); give it as --param ${name}=…`,
      );
    }
    bindings.set(name, readValue(value, type, resolveName, `${query.origin}: parameter "${name}"`));
  }
  return bindings;
}

function readValue(value: string, type: ParameterType, resolveName: NameResolver, where: string): Term {
  if (isNamedKind(type)) return resolveName(type, value, where);
  const { expected, read } = VALUE_FORMS[type];
  const term = read(value);
  if (term === undefined) throw new InputError(where, `"${value}" is not ${expected}`);
  return term;
}

function isNamedKind(type: ParameterType): type is NamedKind {
  return type === 'issue' || type === 'actor' || type === 'stance';
}

function describeUnknown(name: string, { parameters }: QueryFile): string {
  if (parameters.length === 0) {
    return `unknown parameter "${name}": the query declares none (a line "# param: ${name} type" at its top would)`;
  }
  const names = parameters.map((parameter) => parameter.name);
  const [near] = nearestNames(name, names, 1);
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  return `unknown parameter "${name}"; the query has ${listWords(names, 'and')}${meant}`;
}
