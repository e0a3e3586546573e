import { createHash } from 'node:crypto';
import type { Quad } from '@rdfjs/types';
import { quad, stringLiteral } from '../../rdf/terms.ts';
import { dip, oa, rdf, schema, skos } from '../../rdf/vocabulary.ts';
import { articleKeyOf } from '../article-keys.ts';

/** The words of articles that a graph repeats for readers. */
const REPEATED = new Set(
  [dip.quotation, dip.cueText, dip.condition, dip.dateExpression, schema.headline].map(({ value }) => value),
);

/** The shortest run of characters that counts as an article's text, and not as a name or a word. */
const RUN = 40;

function collapse(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

/** Whether a text repeats a run of an article. */
function repeatsRun(text: string, body: string): boolean {
  for (let start = 0; start + RUN <= text.length; start += 1) {
    if (body.includes(text.slice(start, start + RUN))) return true;
  }
  return false;
}

/** The texts of articles by the name of their graph. */
function bodiesOf(quads: readonly Quad[]): ReadonlyMap<string, string> {
  const bodies = new Map<string, string>();
  for (const { predicate, object, graph } of quads) {
    if (!predicate.equals(schema.articleBody)) continue;
    bodies.set(graph.value, `${bodies.get(graph.value) ?? ''}\n${collapse(object.value)}`);
  }
  return bodies;
}

/** The name of an actor whom several articles share is a name list's, not an article's. */
function isListedName({ subject, predicate }: Quad): boolean {
  return predicate.equals(skos.prefLabel) && articleKeyOf(subject.value) === undefined;
}

/**
 * The graph without the articles' texts: offsets and hashes stay, words longer than the limit go, and so do headlines.
 * What a selector selects is known by its SHA-256 (`schema:sha256`), so that whoever holds the article can
 * verify it. Names and offices stay, and reasons with a word or two in them; of such a text that repeats forty
 * characters of its article, only the first 39 are kept.
 * @param limit the longest stretch of words that stays, in UTF-16 code units; 0 keeps none.
 */
export function withholdText(quads: readonly Quad[], limit: number): readonly Quad[] {
  const bodies = bodiesOf(quads);
  const shorten = (each: Quad): Quad => {
    const { subject, predicate, object, graph } = each;
    if (object.termType !== 'Literal' || object.value.length < RUN || isListedName(each)) return each;
    const text = collapse(object.value);
    if (predicate.termType !== 'NamedNode' || !repeatsRun(text, bodies.get(graph.value) ?? '')) return each;
    return quad(subject, predicate, stringLiteral(`${text.slice(0, RUN - 1).trimEnd()}…`), graph);
  };
  // A selector without its words selects by place alone.
  const withheld = new Set(
    quads.flatMap(({ subject, predicate, object }) =>
      predicate.equals(oa.exact) && object.value.length > limit ? [subject.value] : [],
    ),
  );
  return quads.flatMap((each) => {
    const { subject, predicate, object, graph } = each;
    if (predicate.equals(schema.articleBody)) return [];
    if (predicate.equals(rdf.type) && object.equals(oa.TextQuoteSelector) && withheld.has(subject.value))
      return [];
    const isExact = predicate.equals(oa.exact);
    if (!isExact && !REPEATED.has(predicate.value)) return [shorten(each)];
    const kept = object.value.length <= limit ? [each] : [];
    if (!isExact) return kept;
    const hash = createHash('sha256').update(object.value, 'utf8').digest('hex');
    return [...kept, quad(subject, schema.sha256, stringLiteral(hash), graph)];
  });
}
