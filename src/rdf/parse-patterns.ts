import type { Quad } from '@rdfjs/types';
import { Parser } from 'n3';
import { InputError } from '../model/input-error.ts';
import { termFactory } from './terms.ts';

/** Triple patterns as SPARQL writes them, `?claim dip:holder ?holder ; a dip:Claim .`: triples that may hold variables. */
export function parsePatterns(
  text: string,
  prefixes: Readonly<Record<string, string>>,
  where: string,
): readonly Quad[] {
  const prologue = Object.entries(prefixes).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`);
  const parser = new Parser({ format: 'text/n3', factory: termFactory });
  try {
    // In N3 a variable stands in a formula; its own graph is of no interest here.
    return parser
      .parse(
        `${prologue.join('')}${text.trim()}${/[.\s]$/u.test(text.trim()) || text.trim() === '' ? '' : ' .'}`,
      )
      .map(({ subject, predicate, object }) => termFactory.quad(subject, predicate, object));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new InputError(where, `is not readable as triple patterns: ${error.message}`, { cause: error });
  }
}
