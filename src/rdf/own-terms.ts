import type { Literal, NamedNode, Quad_Object, Term } from '@rdfjs/types';
import { LOCAL_NAME } from './term-writer.ts';
import type { TermWriter } from './term-writer.ts';
import { languageLiteral, namedNode, tripleTerm } from './terms.ts';
import { PREFIXES } from './vocabulary.ts';

const XSD_STRING = namedNode(`${PREFIXES.xsd}string`);
const RDF_TYPE = namedNode(`${PREFIXES.rdf}type`);
const ABBREVIATIONS: readonly (readonly [RegExp, NamedNode])[] = [
  [/^(?:true|false)$/u, namedNode(`${PREFIXES.xsd}boolean`)],
  [/^[+-]?\d+$/u, namedNode(`${PREFIXES.xsd}integer`)],
  [/^[+-]?\d*\.\d+$/u, namedNode(`${PREFIXES.xsd}decimal`)],
];
const TRIPLE_START = '<<( ';
const TRIPLE_END = ' )>>';

/** Raised where a text is not as our writer writes it. */
export class OtherLayout extends Error {}

/** The place after the quotation mark that ends the string beginning at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end + 1;
  }
  throw new OtherLayout();
}

/** The place after a name, number or language tag: these hold neither spaces nor commas. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === 0x20 || code === 0x2c || code === 0x0a) break;
    end += 1;
  }
  return end;
}

/** The place after the term that begins at `start`. */
export function endOfTerm(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === 0x22) {
    const end = endOfString(text, start);
    if (text.startsWith('^^', end)) return endOfTerm(text, end + 2);
    return text[end] === '@' ? endOfWord(text, end) : end;
  }
  if (first !== 0x3c) return endOfWord(text, start);
  if (!text.startsWith(TRIPLE_START, start)) {
    const end = text.indexOf('>', start);
    if (end === -1) throw new OtherLayout();
    return end + 1;
  }
  let end = start + TRIPLE_START.length - 1;
  for (let part = 0; part < 3; part += 1) end = endOfTerm(text, end + 1);
  return end + TRIPLE_END.length;
}

function unquote(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  // The escapes of canonical N-Triples are all escapes of JSON.
  try {
    const value: unknown = JSON.parse(quoted);
    if (typeof value === 'string') return value;
  } catch {
    // An escape that our writer does not write.
  }
  throw new OtherLayout();
}

/** A plain string or typed value whose parts are there and need not be found anew whenever they are asked for. */
class ReadLiteral implements Literal {
  readonly termType = 'Literal';
  readonly language = '';
  readonly value: string;
  readonly datatype: NamedNode;

  constructor(value: string, datatype: NamedNode) {
    this.value = value;
    this.datatype = datatype;
  }

  equals(other: Term | null | undefined): boolean {
    return (
      other?.termType === 'Literal' &&
      other.value === this.value &&
      other.language === '' &&
      other.datatype.value === this.datatype.value
    );
  }
}

/** A prefix's IRI, and how names go on that the writer would write with the prefix of a longer one. */
interface Namespace {
  readonly iri: string;
  readonly longer: readonly string[];
}

/** The namespaces by their prefixes. */
export function readNamespaces(prefixes: Readonly<Record<string, string>>): ReadonlyMap<string, Namespace> {
  const iris = Object.values(prefixes);
  return new Map(
    Object.entries(prefixes).map(([prefix, iri]) => {
      const longer = iris.filter((other) => other !== iri && other.startsWith(iri));
      return [prefix, { iri, longer: longer.map((other) => other.slice(iri.length)) }];
    }),
  );
}

/** Reads terms as they stand in a block, each once, and holds each against how our writer writes it. */
export class OwnTermReader {
  readonly #terms = new Map<string, Quad_Object>();
  readonly #writer: TermWriter;
  readonly #namespaces: ReadonlyMap<string, Namespace>;

  constructor(namespaces: ReadonlyMap<string, Namespace>, writer: TermWriter) {
    this.#namespaces = namespaces;
    this.#writer = writer;
  }

  read(written: string): Quad_Object {
    const known = this.#terms.get(written);
    if (known !== undefined) return known;
    const term = this.#prefixedName(written) ?? this.#parse(written);
    this.#terms.set(written, term);
    return term;
  }

  /** By far most terms; that they are as our writer has them is seen without writing them. */
  #prefixedName(written: string): NamedNode | undefined {
    const namespace = this.#namespaces.get(written.slice(0, written.indexOf(':')));
    if (namespace === undefined || written.startsWith('"')) return undefined;
    const local = written.slice(written.indexOf(':') + 1);
    const plain = local.includes('/') ? local.replaceAll(String.raw`\/`, '/') : local;
    const isAsWritten = plain === local || plain.replaceAll('/', String.raw`\/`) === local;
    if (!isAsWritten || !LOCAL_NAME.test(plain)) throw new OtherLayout();
    if (namespace.longer.some((rest) => plain.startsWith(rest))) throw new OtherLayout();
    return namedNode(namespace.iri + plain);
  }

  node(written: string): NamedNode {
    const term = this.read(written);
    if (term.termType !== 'NamedNode') throw new OtherLayout();
    return term;
  }

  predicate(written: string): NamedNode {
    return written === 'a' ? RDF_TYPE : this.node(written);
  }

  #parse(written: string): Quad_Object {
    const term = this.#parseOther(written);
    if (this.#writer.term(term) !== written) throw new OtherLayout();
    return term;
  }

  #parseOther(written: string): Quad_Object {
    if (written.startsWith('"')) return this.#literal(written);
    if (written.startsWith(TRIPLE_START)) return this.#triple(written);
    if (written.startsWith('<')) return namedNode(written.slice(1, -1));
    const [, datatype] = ABBREVIATIONS.find(([form]) => form.test(written)) ?? [];
    if (datatype === undefined) throw new OtherLayout();
    return new ReadLiteral(written, datatype);
  }

  #literal(written: string): Quad_Object {
    const end = endOfString(written, 0);
    const value = unquote(written.slice(0, end));
    if (end === written.length) return new ReadLiteral(value, XSD_STRING);
    if (written[end] === '@') return languageLiteral(value, written.slice(end + 1));
    return new ReadLiteral(value, this.node(written.slice(end + 2)));
  }

  #triple(written: string): Quad_Object {
    const parts: string[] = [];
    let end = TRIPLE_START.length - 1;
    for (let part = 0; part < 3; part += 1) {
      const start = end + 1;
      end = endOfTerm(written, start);
      parts.push(written.slice(start, end));
    }
    const [subject = '', predicate = '', object = ''] = parts;
    return tripleTerm(this.node(subject), this.predicate(predicate), this.read(object));
  }
}
