import type { Quad, Term } from '@rdfjs/types';
import { dip, oa, org, prov, rdf, schema } from '../rdf/vocabulary.ts';
import { findChangePhrase } from './change-phrases.ts';
import type { ChangePhrase } from './change-phrases.ts';
import type { ArticleFact, ClaimFact, PlainTriple } from './claim-fact.ts';
import { claimTime } from './claim-time.ts';
import { normaliseWords, shingle } from './shingles.ts';

/** What inference takes from the graph of an article, in plain values that can pass from thread to thread. */
export interface Facts {
  readonly claims: readonly ClaimFact[];
  readonly articles: readonly ArticleFact[];
  /** The few triples that the rules over claims ask for. */
  readonly triples: readonly PlainTriple[];
}

const EVIDENCE_SHINGLE = 3;
const TEXT_SHINGLE = 4;

/** The predicates that rules over claims may ask for. */
const FOR_RULES: ReadonlySet<string> = new Set(
  [dip.holder, dip.issue, dip.onBehalfOf, dip.polarity, org.member, org.organization].map(
    ({ value }) => value,
  ),
);
const VOICES: ReadonlySet<string> = new Set([dip.articleVoice.value, dip.unattributed.value]);
const OWN_VOICES: ReadonlySet<string> = new Set([dip.ArticleVoice.value, dip.Headline.value]);

type Properties = ReadonlyMap<string, readonly Term[]>;

function groupQuads(quads: readonly Quad[]): ReadonlyMap<string, Properties> {
  const nodes = new Map<string, Map<string, Term[]>>();
  for (const { subject, predicate, object } of quads) {
    let properties = nodes.get(subject.value);
    if (properties === undefined) nodes.set(subject.value, (properties = new Map<string, Term[]>()));
    const objects = properties.get(predicate.value);
    if (objects === undefined) properties.set(predicate.value, [object]);
    else objects.push(object);
  }
  return nodes;
}

function toPlainTriple({ subject, predicate, object }: Quad): PlainTriple {
  const names = { subject: subject.value, predicate: predicate.value, object: object.value };
  return object.termType === 'Literal' ? { ...names, datatype: object.datatype.value } : names;
}

function valueOf(node: Properties | undefined, predicate: Term): string | undefined {
  return node?.get(predicate.value)?.[0]?.value;
}

/** The line of the text in which the character stands: articles have a paragraph a line. */
function paragraphAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end);
}

function firstOffset(claim: Properties, nodes: ReadonlyMap<string, Properties>): number | undefined {
  const starts = (claim.get(dip.evidence.value) ?? []).flatMap(({ value }) =>
    (nodes.get(value)?.get(oa.hasSelector.value) ?? []).flatMap((selector) => {
      const start = valueOf(nodes.get(selector.value), oa.start);
      return start === undefined ? [] : [Number(start)];
    }),
  );
  return starts.length === 0 ? undefined : Math.min(...starts);
}

function readClaim(
  iri: string,
  node: Properties,
  nodes: ReadonlyMap<string, Properties>,
  phrases: readonly ChangePhrase[],
): ClaimFact | undefined {
  const [holder, issue, stance] = [dip.holder, dip.issue, dip.stance].map((term) => valueOf(node, term));
  const article = valueOf(node, prov.wasDerivedFrom);
  const polarity = valueOf(node, dip.polarity);
  if (holder === undefined || issue === undefined || stance === undefined) return undefined;
  if (article === undefined || polarity === undefined) return undefined;
  const quotation = valueOf(node, dip.quotation) ?? '';
  const cue = valueOf(node, dip.cueText) ?? '';
  const words = normaliseWords(quotation);
  const time = claimTime(valueOf(node, dip.saidOn), valueOf(node, dip.reportedOn));
  const body = valueOf(nodes.get(article), schema.articleBody);
  const offset = body === undefined ? undefined : firstOffset(node, nodes);
  const paragraph = body === undefined || offset === undefined ? '' : paragraphAt(body, offset);
  const outlet = valueOf(nodes.get(article), schema.publisher);
  const members = (nodes.get(holder)?.get(schema.member.value) ?? []).map(({ value }) => value);
  const changePhrase = findChangePhrase(cue, phrases) ?? findChangePhrase(quotation, phrases);
  return {
    claim: iri,
    article,
    ...(outlet === undefined ? {} : { outlet }),
    holder,
    isActor: !VOICES.has(holder),
    ...(members.length === 0 ? {} : { members }),
    issue,
    stance,
    polarity: Number(polarity),
    ...(time === undefined ? {} : { time }),
    isOwnVoice: OWN_VOICES.has(valueOf(node, dip.reporting) ?? ''),
    confidence: Number(valueOf(node, dip.extractionConfidence) ?? 0),
    words: words.join(' '),
    shingles: shingle(words, EVIDENCE_SHINGLE),
    passage: shingle(normaliseWords(paragraph), TEXT_SHINGLE),
    ...(changePhrase === undefined ? {} : { changePhrase }),
  };
}

/**
 * The facts of the quads of one article's graph, or of several. Everything else, nine tenths of a graph, may be
 * forgotten afterwards: a graph is read article by article and never held whole.
 */
export function readFacts(quads: readonly Quad[], phrases: readonly ChangePhrase[]): Facts {
  const nodes = groupQuads(quads);
  const claims: ClaimFact[] = [];
  const articles: ArticleFact[] = [];
  const kept = new Set<string>();
  for (const [iri, node] of nodes) {
    const types = new Set(node.get(rdf.type.value)?.map(({ value }) => value));
    if (types.has(dip.Claim.value)) {
      const fact = readClaim(iri, node, nodes, phrases);
      if (fact !== undefined) claims.push(fact);
      if (node.has(dip.onBehalfOf.value)) kept.add(iri);
    }
    if (types.has(org.Membership.value)) kept.add(iri);
    if (types.has(schema.NewsArticle.value)) {
      const date = valueOf(node, schema.datePublished);
      const body = valueOf(node, schema.articleBody) ?? '';
      const shingles = shingle(normaliseWords(body), TEXT_SHINGLE);
      articles.push({ article: iri, ...(date === undefined ? {} : { date }), shingles });
    }
  }
  const derivedFrom = prov.wasDerivedFrom.value;
  return {
    claims,
    articles,
    triples: quads
      .filter(
        ({ subject, predicate }) =>
          kept.has(subject.value) && (predicate.value === derivedFrom || FOR_RULES.has(predicate.value)),
      )
      .map(toPlainTriple),
  };
}

/** The facts of several graphs as one. */
export function joinFacts(parts: readonly Facts[]): Facts {
  return {
    claims: parts.flatMap(({ claims }) => claims),
    articles: parts.flatMap(({ articles }) => articles),
    triples: parts.flatMap(({ triples }) => triples),
  };
}
