import { createHash } from 'node:crypto';
import type { Quad, Term } from '@rdfjs/types';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';

/** What stands for the code in the IRIs over which the code is computed. */
export const CODE_PLACEHOLDER = ' ';

function digestTerm(term: Term): string {
  if (term.termType === 'DefaultGraph') return '\n';
  if (term.termType !== 'Literal') return `${term.value}\n`;
  const kind = term.language === '' ? `^${term.datatype.value}` : `@${term.language.toLowerCase()}`;
  return `${kind} ${term.value.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`)}\n`;
}

/** IRIs come before literals; literals by text, then typed after tagged, then by type or language. */
function sortKey(term: Term): readonly string[] {
  if (term.termType === 'DefaultGraph') return ['0'];
  if (term.termType !== 'Literal') return ['1', term.value];
  const isTagged = term.language !== '';
  return [
    '2',
    term.value,
    isTagged ? '0' : '1',
    isTagged ? term.language.toLowerCase() : term.datatype.value,
  ];
}

function compareKeys(left: readonly string[], right: readonly string[]): number {
  for (const [index, part] of left.entries()) {
    const order = compareCodeUnits(part, right[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * The code of module RA of the Trusty URI specification (Kuhn and Dumontier 2014) over quads without blank nodes, in
 * whose IRIs a space stands where the code will be: `RA` and 43 characters of the base64url of a SHA-256.
 */
export function trustyCode(quads: readonly Quad[]): string {
  const lines = quads
    .map(({ graph, subject, predicate, object }) => {
      const terms: readonly Term[] = [graph, subject, predicate, object];
      return { keys: terms.map(sortKey), text: terms.map(digestTerm).join('') };
    })
    .toSorted((left, right) => {
      for (const [index, key] of left.keys.entries()) {
        const order = compareKeys(key, right.keys[index] ?? []);
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ text }) => text);
  const hash = createHash('sha256');
  for (const [index, line] of lines.entries()) if (line !== lines[index - 1]) hash.update(line, 'utf8');
  return `RA${hash.digest('base64url')}`;
}
