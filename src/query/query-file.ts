import { InputError } from '../model/input-error.ts';
import { isParameterType, PARAMETER_TYPES, typesLike } from './parameter-type.ts';
import type { ParameterType } from './parameter-type.ts';

/** A value that a query asks for: the variable of the same name is bound to it. */
export interface QueryParameter {
  readonly name: string;
  readonly type: ParameterType;
  /** An optional parameter without a value leaves its variable unbound: no restriction. */
  readonly optional: boolean;
  /** The value as the user would write it. */
  readonly defaultValue?: string;
  readonly description: string;
}

/** A SPARQL query with what its header says. */
export interface QueryFile {
  /** For messages: `queries/who-rejects.rq`, `stdin`. */
  readonly origin: string;
  readonly title?: string;
  readonly question?: string;
  readonly parameters: readonly QueryParameter[];
  /** The whole text, header included, so that line numbers hold. */
  readonly text: string;
}

const PARAMETER = /^(?<name>\S+)\s+(?<type>\S+)(?<rest>.*)$/u;
const DEFAULT = /^\s*default=(?:"(?<quoted>[^"]*)"|(?<plain>\S+))/u;

/**
 * Reads a query and its header, the comment lines before the first line of SPARQL:
 *
 *     # title: Who rejects
 *     # question: Which actors reject an issue?
 *     # param: issue issue the issue that is rejected
 *     # param: from xsd:date optional claims reported on this day or later
 *     # param: headlines xsd:boolean default=false whether headlines count
 *
 * @throws InputError with file and line where the header is not as it must be.
 */
export function parseQueryFile(text: string, origin: string): QueryFile {
  const source = text.replace(/^\uFEFF/u, '');
  const parameters: QueryParameter[] = [];
  const fields: { title?: string; question?: string } = {};
  for (const [index, line] of source.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const [, key, value = ''] = /^\s*#\s*(title|question|param):\s*(.*?)\s*$/u.exec(line) ?? [];
    if (key === 'title' || key === 'question') fields[key] = value;
    else if (key === 'param') {
      const parameter = parseParameter(value, `${origin}:${index + 1}`);
      if (parameters.some(({ name }) => name === parameter.name)) {
        throw new InputError(`${origin}:${index + 1}`, `parameter "${parameter.name}" is declared twice`);
      }
      if (!new RegExp(`[?$]${parameter.name}(?!\\w)`, 'u').test(withoutComments(source))) {
        throw new InputError(
          `${origin}:${index + 1}`,
          `parameter "${parameter.name}" is declared, but the query has no variable ?${parameter.name}`,
        );
      }
      parameters.push(parameter);
    } else if (!line.trimStart().startsWith('#')) break;
  }
  return { origin, ...fields, parameters, text: source };
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*#.*$/gmu, '');
}

function parseParameter(declaration: string, where: string): QueryParameter {
  const { name = '', type = '', rest = '' } = PARAMETER.exec(declaration)?.groups ?? {};
  if (name === '') {
    throw new InputError(
      where,
      'a parameter needs a name and a type: # param: name type [optional] [default=value] [description]',
    );
  }
  if (!/^[A-Za-z]\w*$/u.test(name)) {
    throw new InputError(where, `"${name}" is no name of a parameter; use letters, digits and _`);
  }
  if (!isParameterType(type)) {
    const meant = typesLike(type);
    const allowed = meant.length > 0 ? [...meant, 'xsd:string', 'iri'] : [...PARAMETER_TYPES];
    throw new InputError(
      where,
      `unknown type "${type}" of parameter "${name}"; use ${listWords([...new Set(allowed)])}`,
    );
  }
  const [optionalWord = ''] = /^\s*optional(?=\s|$)/u.exec(rest) ?? [];
  const afterOptional = rest.slice(optionalWord.length);
  const found = DEFAULT.exec(afterOptional);
  const defaultValue = found?.groups?.['quoted'] ?? found?.groups?.['plain'];
  if (optionalWord !== '' && defaultValue !== undefined) {
    throw new InputError(
      where,
      `parameter "${name}" has a default, so it is never missing: drop "optional" or the default`,
    );
  }
  return {
    name,
    type,
    optional: optionalWord !== '',
    ...(defaultValue !== undefined && { defaultValue }),
    description: afterOptional.slice(found?.[0].length ?? 0).trim(),
  };
}

/** Words as a sentence lists them: `a, b or c`. */
export function listWords(words: readonly string[], conjunction = 'or'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
}
