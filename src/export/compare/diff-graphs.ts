import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { TermWriter } from '../../rdf/term-writer.ts';
import { dip, rdf } from '../../rdf/vocabulary.ts';
import { PREFIXES } from '../../rdf/vocabulary.ts';
import type { ClaimGraph } from '../claim-graph.ts';
import { detachText } from '../detach-text.ts';
import { areSameText, readByArticle } from './by-article.ts';
import type { GraphByArticle } from './by-article.ts';

/** A field of a node in one graph and in the other; a list of values, sorted. */
export interface FieldChange {
  readonly field: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What differs about one node. */
export interface NodeChange {
  readonly kind: 'claim' | 'link' | 'position';
  readonly node: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The article or actor that tells a reader where the node belongs. */
  readonly about: string;
  /** A claim's words. */
  readonly words: string;
  readonly fields: readonly FieldChange[];
}

const KINDS: readonly (readonly [NodeChange['kind'], string])[] = [
  ['claim', dip.Claim.value],
  ['link', dip.LinkDecision.value],
  ['position', dip.Position.value],
];

/** Fields that say how something was found and not what: they change with every better version. */
const PASSING = new Set(['wasGeneratedBy', 'reifies', 'type', 'attributionStep']);

/** Fields that quote an article; a dataset without texts has none of them. */
const QUOTING = ['quotation', 'cueText', 'condition', 'dateExpression'] as const;

type Fields = ReadonlyMap<string, readonly string[]>;

function hasQuotation(quads: readonly Quad[]): boolean {
  return quads.some(({ predicate }) => predicate.equals(dip.quotation));
}

function readNodes(quads: readonly Quad[], type: string): ReadonlyMap<string, Fields> {
  const writer = new TermWriter(PREFIXES);
  const nodes = new Map<string, Map<string, Set<string>>>();
  for (const { subject, predicate, object } of quads) {
    if (predicate.equals(rdf.type) && object.value === type) nodes.set(subject.value, new Map());
  }
  for (const { subject, predicate, object } of quads) {
    const fields = nodes.get(subject.value);
    const field = predicate.value.slice(
      Math.max(predicate.value.lastIndexOf('/'), predicate.value.lastIndexOf('#')) + 1,
    );
    if (fields === undefined || PASSING.has(field)) continue;
    const values = fields.get(field) ?? new Set<string>();
    fields.set(field, values.add(object.termType === 'Literal' ? object.value : writer.term(object)));
  }
  return new Map(
    [...nodes].map(([node, fields]) => [
      node,
      new Map([...fields].map(([field, values]) => [field, [...values].toSorted(compareCodeUnits)])),
    ]),
  );
}

function first(fields: Fields | undefined, ...names: readonly string[]): string {
  for (const name of names) {
    const value = fields?.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return '';
}

function changedFields(
  before: Fields,
  after: Fields,
  passedOver: ReadonlySet<string>,
): readonly FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].toSorted(compareCodeUnits).flatMap((field) => {
    if (passedOver.has(field)) return [];
    const change = { field, before: before.get(field) ?? [], after: after.get(field) ?? [] };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

function diffNodes(
  [kind, type]: (typeof KINDS)[number],
  before: readonly Quad[],
  after: readonly Quad[],
  passedOver: ReadonlySet<string>,
): readonly NodeChange[] {
  const old = readNodes(before, type);
  const fresh = readNodes(after, type);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .toSorted(compareCodeUnits)
    .flatMap((node): readonly NodeChange[] => {
      const one = old.get(node);
      const other = fresh.get(node);
      const shown = other ?? one;
      const about = first(shown, 'wasDerivedFrom', 'heldBy', 'decisionOn');
      const words = first(shown, 'quotation') || first(one, 'quotation', 'reason') || first(shown, 'reason');
      if (one === undefined) return [{ kind, node, change: 'added', about, words, fields: [] }];
      if (other === undefined) return [{ kind, node, change: 'removed', about, words, fields: [] }];
      const fields = changedFields(one, other, passedOver);
      return fields.length === 0 ? [] : [{ kind, node, change: 'changed', about, words, fields }];
    });
}

/** The change with texts of its own: parts of the graph's text would keep all of that in memory. */
function detach({ fields, ...change }: NodeChange): NodeChange {
  return {
    ...change,
    node: detachText(change.node),
    about: detachText(change.about),
    words: detachText(change.words),
    fields: fields.map(({ field, before, after }) => ({
      field: detachText(field),
      before: before.map(detachText),
      after: after.map(detachText),
    })),
  };
}

/** Whether a graph quotes its articles: mostly the first one tells. */
async function quotesArticles({ keys, about, rest }: GraphByArticle): Promise<boolean> {
  for (const key of keys) if (hasQuotation((await about(key)).quads)) return true;
  return hasQuotation(rest);
}

/**
 * What differs between two graphs, by claim, link decision and position: added, removed, changed and in which field.
 * Where one of them withholds the articles' words, words are not compared; places and all else are. Graphs are read
 * article by article: what is in memory is one of them, the graphs that are no article's, and what differs.
 */
export async function diffGraphs(
  before: ClaimGraph,
  after: ClaimGraph,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<readonly NodeChange[]> {
  const [old, fresh] = [await readByArticle(before), await readByArticle(after)];
  const passedOver = new Set<string>(
    (await quotesArticles(old)) === (await quotesArticles(fresh)) ? [] : [...QUOTING, 'reason'],
  );
  const changes = KINDS.map((): NodeChange[] => []);
  const compare = (one: readonly Quad[], other: readonly Quad[]): void => {
    for (const [index, kind] of KINDS.entries()) {
      for (const change of diffNodes(kind, one, other, passedOver)) changes[index]?.push(detach(change));
    }
  };
  const keys = [...new Set([...old.keys, ...fresh.keys])];
  for (const [index, key] of keys.entries()) {
    onProgress(index + 1, keys.length);
    const [one, other] = [await old.about(key), await fresh.about(key)];
    if (!areSameText(one, other)) compare(one.quads, other.quads);
  }
  compare(old.rest, fresh.rest);
  return changes.flatMap((ofKind) =>
    ofKind.toSorted((left, right) => compareCodeUnits(left.node, right.node)),
  );
}
