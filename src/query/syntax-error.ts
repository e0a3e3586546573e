import { InputError } from '../model/input-error.ts';
import { PROLOGUE, QUERY_PREFIXES } from './prefixes.ts';

/** A place in a text: line and column from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** What the parser says, in its own words, with the place where it says it. */
interface Complaint {
  readonly place?: Place;
  readonly problem: string;
}

/** The parser's ways of complaining; the first that fits explains the message. */
const COMPLAINTS: readonly ((message: string, text: string) => Complaint | undefined)[] = [
  atUnknownPrefix,
  atUnexpectedCharacter,
  atUnexpectedWord,
];

/**
 * The error of a query that is no SPARQL: file, line and column, the line, and a caret under the place.
 * @param message what the engine's parser said about the prologue and the text.
 */
export function syntaxError(message: string, text: string, origin: string, cause: unknown): InputError {
  for (const complain of COMPLAINTS) {
    const complaint = complain(message, text);
    if (complaint === undefined) continue;
    const { place, problem } = complaint;
    if (place === undefined) return new InputError(origin, problem, { cause });
    return new InputError(
      `${origin}:${place.line}:${place.column}`,
      `${problem}\n${showPlace(text, place)}`,
      { cause },
    );
  }
  return new InputError(origin, `this is not a valid query: ${firstLine(message)}`, { cause });
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

function showPlace(text: string, { line, column }: Place): string {
  const shown = text.split(/\r?\n/u)[line - 1] ?? '';
  const gutter = `${line} | `;
  // Tabs are kept, so that the caret stands under its character in whatever width they have.
  const indent = shown.slice(0, column - 1).replaceAll(/[^\t]/gu, ' ');
  return `${gutter}${shown}\n${' '.repeat(gutter.length)}${indent}^`;
}

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The end of what is written, where an unfinished query breaks off. */
function endOf(text: string): Place {
  return placeOf(text, text.trimEnd().length);
}

function atUnknownPrefix(message: string, text: string): Complaint | undefined {
  const [, prefix] = /^Unknown prefix: (.*)/u.exec(message) ?? [];
  if (prefix === undefined) return undefined;
  const bare = text.replaceAll(/#.*|<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gu, (skipped) =>
    ' '.repeat(skipped.length),
  );
  const offset = new RegExp(`(?<![\\w:.-])${escapeRegExp(prefix)}:`, 'u').exec(bare)?.index;
  return {
    ...(offset !== undefined && { place: placeOf(text, offset) }),
    problem: `unknown prefix "${prefix}:"; declare it (PREFIX ${prefix}: <…>) or use ${Object.keys(
      QUERY_PREFIXES,
    )
      .toSorted()
      .map((known) => `${known}:`)
      .join(' ')}`,
  };
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}-]/gu, String.raw`\$&`);
}

/** Chevrotain's lexer: `unexpected character: ->"<- at offset: 17, skipped 0 characters.` */
function atUnexpectedCharacter(message: string, text: string): Complaint | undefined {
  const [, character, offset] = /^unexpected character: ->(.*?)<- at offset: (\d+)/su.exec(message) ?? [];
  if (offset === undefined) return undefined;
  const unclosed = character === '"' || character === "'" ? ': a text that is not closed?' : '';
  const start = Number(offset) - PROLOGUE.length;
  const [word] = /^[A-Za-z]\w+/u.exec(text.slice(start)) ?? [];
  return {
    place: placeOf(text, start),
    problem:
      word === undefined ? `unexpected character ${character ?? ''}${unclosed}` : `unexpected "${word}"`,
  };
}

/** Chevrotain's parser, as Traqula words it: `Parse error on line 3`, the line, dashes and a caret, what was expected. */
function atUnexpectedWord(message: string, text: string): Complaint | undefined {
  if (!message.startsWith('Parse error')) return undefined;
  const [, line, dashes] = /^Parse error on line (\d+)\n.*\n(-*)\^/u.exec(message) ?? [];
  const prologueLines = PROLOGUE.split('\n').length - 1;
  const place =
    line === undefined || dashes === undefined
      ? endOf(text)
      : { line: Number(line) - prologueLines, column: dashes.length + 1 };
  const [, found = ''] = /but found(?::| -->)\s*'(.*?)'(?: <--)?\s*$/su.exec(message) ?? [];
  const wanted = expectedWords(message);
  return {
    place,
    problem: `${found === '' ? 'the query breaks off' : `unexpected "${found}"`}${
      wanted.length === 0 ? '' : `; expected ${wanted.join(' ')}`
    }`,
  };
}

/** What would have been right, where that is short enough to be of use. */
function expectedWords(message: string): readonly string[] {
  const [, single] = /Expecting(?: token of type)? --> (.*?) <--/su.exec(message) ?? [];
  if (single !== undefined) return [single];
  const [, listed = ''] = /Expecting:(.*?)but found/su.exec(message) ?? [];
  const words = [...listed.matchAll(/\[(.+?)\](?=[\s,>])/gu)].map(([, word = '']) => word);
  return words.length > 8 ? [] : words.flatMap((word, index) => (index === 0 ? [word] : ['or', word]));
}
