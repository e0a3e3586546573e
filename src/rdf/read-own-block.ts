import type { Quad } from '@rdfjs/types';
import { endOfTerm, OtherLayout, OwnTermReader, readNamespaces } from './own-terms.ts';
import { TermWriter } from './term-writer.ts';
import { quad } from './terms.ts';

const NOT_ASCII = /[\u0080-\u00FF]/u;

/** Bytes that were read as if each were a character, as the characters that they are in UTF-8. */
function decode(bytes: string): string {
  return NOT_ASCII.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
}

const HEAD = /^GRAPH (\S+) \{/u;

/** Throws where a predicate does not come after the one before it; `a` comes before all others. */
function expectAfter(last: string, next: string): void {
  if (last !== '' && (next === 'a' || (last !== 'a' && last >= next))) throw new OtherLayout();
}

function* readLayout(text: string, terms: OwnTermReader): Generator<Quad> {
  const head = HEAD.exec(text);
  if (head?.[1] === undefined) throw new OtherLayout();
  const graph = terms.node(head[1]);
  let place = head[0].length;
  const expect = (layout: string): void => {
    if (!text.startsWith(layout, place)) throw new OtherLayout();
    place += layout.length;
  };
  const take = (): string => {
    const start = place;
    place = endOfTerm(text, start);
    return decode(text.slice(start, place));
  };
  let lastSubject = '';
  while (!text.startsWith('}\n', place)) {
    expect('\n  ');
    const writtenSubject = take();
    if (lastSubject >= writtenSubject) throw new OtherLayout();
    lastSubject = writtenSubject;
    const subject = terms.node(writtenSubject);
    expect('\n');
    let lastPredicate = '';
    for (;;) {
      expect('      ');
      const writtenPredicate = take();
      expectAfter(lastPredicate, writtenPredicate);
      lastPredicate = writtenPredicate;
      const predicate = terms.predicate(writtenPredicate);
      let lastObject = '';
      do {
        place += lastObject === '' ? 1 : 2;
        const writtenObject = take();
        if (lastObject >= writtenObject) throw new OtherLayout();
        lastObject = writtenObject;
        yield quad(subject, predicate, terms.read(writtenObject), graph);
      } while (text.startsWith(', ', place));
      if (text.startsWith(' .\n', place)) break;
      expect(' ;\n');
    }
    expect(' .\n');
  }
  if (place + 2 !== text.length) throw new OtherLayout();
}

/**
 * A reader of named graphs that stand as `serialise` writes them: twice as fast as a parser of Turtle, and with one
 * object for each term. It gives undefined where anything is written or sorted otherwise; where it gives quads, the text
 * is what `serialise` would write. Names of terms are parts of the text: who keeps one keeps all of it.
 * The text goes, in UTF-8, from `GRAPH` to the last brace and line end. It is taken byte by byte and only what is not
 * ASCII is decoded, since a text with one such character takes twice the memory and time.
 */
export function createOwnBlockReader(
  prefixes: Readonly<Record<string, string>>,
): (bytes: Uint8Array) => readonly Quad[] | undefined {
  const namespaces = readNamespaces(prefixes);
  return (bytes) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    try {
      return [...readLayout(text, new OwnTermReader(namespaces, new TermWriter(prefixes)))];
    } catch (error) {
      if (error instanceof OtherLayout) return undefined;
      throw error;
    }
  };
}
