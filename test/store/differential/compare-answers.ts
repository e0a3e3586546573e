import type { Quad, Term } from '@rdfjs/types';
import type { Answer, Rows } from './engines.ts';
import { askComunica, openOxigraph, askStore, askThroughEngine, openStore, withUnion } from './engines.ts';
import type { RandomQuery } from './random-query.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const NUMERIC = new Set(['integer', 'decimal', 'float', 'double'].map((name) => XSD + name));

/** A term in a form in which equal answers are the same text: numbers by value, blank nodes without their labels. */
function canonicalTerm(term: Term): string {
  switch (term.termType) {
    case 'BlankNode':
      return '_:';
    case 'NamedNode':
      return `<${term.value}>`;
    case 'Quad':
      return `<<${[term.subject, term.predicate, term.object].map(canonicalTerm).join(' ')}>>`;
    case 'Literal': {
      if (NUMERIC.has(term.datatype.value))
        return `${term.datatype.value.slice(XSD.length)}:${Number(Number(term.value).toPrecision(10))}`;
      // The order of GROUP_CONCAT is anybody's.
      const value = term.value.includes('|') ? term.value.split('|').sort().join('|') : term.value;
      return `"${value}"@${term.language}^^${term.datatype.value}`;
    }
    case 'Variable':
    case 'DefaultGraph':
    default:
      return term.termType;
  }
}

function canonicalRow(row: ReadonlyMap<string, Term>): string {
  return [...row]
    .map(([name, term]) => `${name}=${canonicalTerm(term)}`)
    .sort()
    .join(' ');
}

/** Whether the values of an ordered column have one order in SPARQL, whatever the engine. */
function orderKey(term: Term | undefined): string {
  return term === undefined ? '' : canonicalTerm(term);
}

/** An answer as one text. */
export function canonicalAnswer(answer: Answer, query: RandomQuery): string {
  if (typeof answer === 'string') return answer === 'no answer' ? answer : 'error';
  if (query.orderedBy === undefined) return answer.map(canonicalRow).sort().join('\n');
  const { orderedBy } = query;
  const keys = answer.map((row) => orderKey(row.get(orderedBy)));
  return isOrderDefined(answer, orderedBy) ? keys.join('\n') : String(keys.length);
}

function isOrderDefined(rows: Rows, name: string): boolean {
  const kinds = new Set(rows.map((row) => row.get(name)?.termType));
  return kinds.size <= 1 && [...kinds].every((kind) => kind === 'NamedNode' || kind === undefined);
}

/** How the answers to one query differ. */
export interface Comparison {
  readonly verdict: 'same' | 'the references differ' | 'a reference fails' | 'three answers' | 'DIFFERENT';
  readonly answers: Readonly<Record<string, string>>;
}

/** Asks all engines; ours, alone and behind Comunica, must give what the two references give where these agree. */
export async function compareAnswers(
  quads: readonly Quad[],
  query: RandomQuery,
  mode: 'union' | 'strict',
): Promise<Comparison> {
  const store = openStore(quads);
  const seen = mode === 'union' ? withUnion(quads) : quads;
  const [alone, behind, comunica, oxigraph] = await Promise.all([
    askStore(store, query.text, mode),
    askThroughEngine(store, query.text, mode),
    askComunica(seen, query.text),
    openOxigraph(seen)(query.text),
  ]);
  const behindText = canonicalAnswer(behind, query);
  const answers = {
    alone: alone === undefined ? behindText : canonicalAnswer(alone, query),
    behind: behindText,
    comunica: canonicalAnswer(comunica, query),
    oxigraph: canonicalAnswer(oxigraph, query),
    isTaken: String(alone !== undefined),
    message: [alone, behind, comunica, oxigraph].find((one) => typeof one === 'string') ?? '',
  };
  const ours = [answers.alone, answers.behind];
  const hasNoAnswer = [answers.comunica, answers.oxigraph].some(
    (one) => one === 'error' || one === 'no answer',
  );
  if (hasNoAnswer && ours.every((one) => one === answers.alone && one !== 'error')) {
    return { verdict: 'a reference fails', answers };
  }
  if (answers.comunica !== answers.oxigraph) {
    const sides =
      ours.every((one) => one === answers.comunica) || ours.every((one) => one === answers.oxigraph);
    return { verdict: sides ? 'the references differ' : 'three answers', answers };
  }
  return { verdict: ours.every((one) => one === answers.oxigraph) ? 'same' : 'DIFFERENT', answers };
}
