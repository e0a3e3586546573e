import { instancePrefixes } from '../rdf/iris.ts';

/** The prefixes that every query knows without declaring them; a query's own declarations win. */
export const QUERY_PREFIXES: Readonly<Record<string, string>> = instancePrefixes();

/** The declarations of the prefixes in one line, to stand before a query. */
export const PROLOGUE: string = `${Object.entries(QUERY_PREFIXES)
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`)
  .join(' ')}\n`;

/** An IRI as a reader likes it: `dip:rejects`, or in full where no prefix fits. */
export function shortenIri(iri: string): string {
  let best: string | undefined;
  let length = 0;
  for (const [prefix, start] of Object.entries(QUERY_PREFIXES)) {
    if (start.length <= length || !iri.startsWith(start)) continue;
    if (!/^[\w./-]*$/u.test(iri.slice(start.length))) continue;
    best = `${prefix}:${iri.slice(start.length)}`;
    length = start.length;
  }
  return best ?? iri;
}

/** The IRI behind `<https://…>`, `https://…` or `dip:rejects`; undefined where the text is none of these. */
export function expandIri(text: string): string | undefined {
  const bracketed = /^<([^\s<>"{}|\\^`]+)>$/u.exec(text)?.[1];
  if (bracketed !== undefined) return bracketed;
  const [, prefix = '', local = ''] = /^([A-Za-z][\w-]*):([^\s<>"{}|\\^`]*)$/u.exec(text) ?? [];
  if (prefix === '') return undefined;
  const start = QUERY_PREFIXES[prefix];
  if (start !== undefined) return start + local;
  return local.startsWith('//') || prefix === 'urn' ? text : undefined;
}
