import { dcterms, dip, oa, rdf, schema } from '../../rdf/vocabulary.ts';
import type { IdentityMention } from './identity.ts';
import { NOTHING, valuesOf } from './node-properties.ts';
import type { Properties } from './node-properties.ts';

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}

function openText(text: string | undefined): { readonly text?: string; readonly lines: readonly number[] } {
  return text === undefined ? { lines: [] } : { text, lines: lineStarts(text) };
}

/** The mentions by actor; their offsets are those of their selectors. */
export function readMentions(nodes: ReadonlyMap<string, Properties>): ReadonlyMap<string, IdentityMention[]> {
  const articles = new Map<string, { readonly text?: string; readonly lines: readonly number[] }>();
  const byActor = new Map<string, IdentityMention[]>();
  for (const [, node] of nodes) {
    if (!valuesOf(node, rdf.type).includes(dip.Mention.value)) continue;
    const [article = ''] = valuesOf(node, oa.hasSource);
    const source = nodes.get(article) ?? NOTHING;
    const known = articles.get(article) ?? openText(valuesOf(source, schema.articleBody)[0]);
    articles.set(article, known);
    const selector = nodes.get(valuesOf(node, oa.hasSelector)[0] ?? '') ?? NOTHING;
    const [start, end] = [oa.start, oa.end].map((property) => Number(valuesOf(selector, property)[0]));
    if (start === undefined || end === undefined) continue;
    const mention = {
      key: article.slice(article.lastIndexOf('/') + 1),
      article: valuesOf(source, dcterms.identifier)[0] ?? article,
      start,
      end,
      kind: valuesOf(node, dip.mentionKind)[0] ?? 'name',
      ...(known.text === undefined
        ? {}
        : {
            words: known.text.slice(start, end).replaceAll(/\s+/gu, ' '),
            line: known.lines.filter((line) => line <= start).length,
          }),
    };
    for (const actor of valuesOf(node, dip.refersTo)) {
      const mentions = byActor.get(actor);
      if (mentions === undefined) byActor.set(actor, [mention]);
      else mentions.push(mention);
    }
  }
  return byActor;
}
