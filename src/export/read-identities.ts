import type { NamedNode, Quad, Term } from '@rdfjs/types';
import type { Judgement } from '../model/link-decision.ts';
import type { Span } from '../model/span.ts';
import { compareCodeUnits } from '../rdf/compare-code-units.ts';
import { qidOf } from '../rdf/iris.ts';
import { dcterms, dip, oa, org, prov, rdf, schema, skos } from '../rdf/vocabulary.ts';

/** A mention of an actor, with its words and its line where the graph holds the article's text. */
export interface IdentityMention extends Span {
  /** Key of the article. */
  readonly key: string;
  /** The article's identifier. */
  readonly article: string;
  readonly kind: string;
  readonly words?: string;
  /** From 1. */
  readonly line?: number;
}

/** Who an actor of a graph is, and why: its decisions over all articles, the least certain one first. */
export interface Identity {
  /** IRI. */
  readonly actor: string;
  readonly label: string;
  /** The other names, in code-unit order. */
  readonly names: readonly string[];
  /** `person`, `state`, `organisation`, `place`, `group`, `outlet` or `other`. */
  readonly type: string;
  /** Wikidata item, where linked. */
  readonly qid?: string;
  readonly judgement: Judgement;
  /** The lowest score, 0–1. */
  readonly score: number;
  /** The best candidate's item where the actor is not linked. */
  readonly candidate?: string;
  readonly runnerUp?: { readonly qid: string; readonly label: string; readonly score: number };
  readonly reasons: readonly string[];
  readonly foundBy: string;
  /** Who decided and when, where a person did. */
  readonly decided?: { readonly by: string; readonly on: string };
  /** Offices that articles give the actor. */
  readonly offices: readonly string[];
  readonly mentions: readonly IdentityMention[];
  /** Claims that the actor holds, speaks or stands behind. */
  readonly claims: number;
}

type Properties = ReadonlyMap<string, readonly Term[]>;

function groupBySubject(quads: readonly Quad[]): ReadonlyMap<string, Properties> {
  const nodes = new Map<string, Map<string, Term[]>>();
  for (const { subject, predicate, object } of quads) {
    const node = nodes.get(subject.value) ?? new Map<string, Term[]>();
    nodes.set(subject.value, node);
    const values = node.get(predicate.value);
    if (values === undefined) node.set(predicate.value, [object]);
    else if (!values.some((value) => value.equals(object))) values.push(object);
  }
  return nodes;
}

const NOTHING: Properties = new Map();

function valuesOf(node: Properties, property: NamedNode): readonly string[] {
  return (node.get(property.value) ?? []).map(({ value }) => value);
}

const TYPES: readonly (readonly [NamedNode, string])[] = [
  [schema.Person, 'person'],
  [dip.State, 'state'],
  [schema.Organization, 'organisation'],
  [schema.Place, 'place'],
  [dip.Group, 'group'],
  [dip.Outlet, 'outlet'],
];

const JUDGEMENTS: ReadonlyMap<string, Judgement> = new Map([
  [dip.Linked.value, 'linked'],
  [dip.NotLinked.value, 'nil'],
  [dip.ForReview.value, 'review'],
]);

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}

/** Reads a mention's place; the offsets are those of its selector. */
function readMentions(nodes: ReadonlyMap<string, Properties>): ReadonlyMap<string, IdentityMention[]> {
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

function openText(text: string | undefined): { readonly text?: string; readonly lines: readonly number[] } {
  return text === undefined ? { lines: [] } : { text, lines: lineStarts(text) };
}

function countClaims(nodes: ReadonlyMap<string, Properties>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, node] of nodes) {
    if (!valuesOf(node, rdf.type).includes(dip.Claim.value)) continue;
    const parties = new Set(
      [dip.holder, dip.speaker, dip.onBehalfOf].flatMap((role) => valuesOf(node, role)),
    );
    for (const actor of parties) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  return counts;
}

function offices(nodes: ReadonlyMap<string, Properties>): ReadonlyMap<string, ReadonlySet<string>> {
  const byActor = new Map<string, Set<string>>();
  for (const [, node] of nodes) {
    for (const office of valuesOf(node, dip.office)) {
      for (const actor of valuesOf(node, org.member)) {
        byActor.set(actor, (byActor.get(actor) ?? new Set()).add(office));
      }
    }
  }
  return byActor;
}

interface Decision {
  readonly node: Properties;
  readonly score: number;
  readonly judgement: Judgement;
  readonly on: string;
}

/** The outcomes, the one that most needs a look first. */
const RANKS: readonly Judgement[] = ['review', 'nil', 'linked'];

/** The decision that tells most: a person's latest, else the one of the least certain outcome. */
function chooseDecision(decisions: readonly Decision[]): Decision | undefined {
  const byPersons = decisions.filter(({ on }) => on !== '');
  if (byPersons.length > 0)
    return byPersons.toSorted((left, right) => compareCodeUnits(right.on, left.on))[0];
  return decisions.toSorted(
    (left, right) =>
      RANKS.indexOf(left.judgement) - RANKS.indexOf(right.judgement) || left.score - right.score,
  )[0];
}

/** The actors of a graph with their decisions and mentions, in code-unit order of their IRIs. */
export function readIdentities(quads: readonly Quad[]): readonly Identity[] {
  const nodes = groupBySubject(quads);
  const mentions = readMentions(nodes);
  const claims = countClaims(nodes);
  const officesOf = offices(nodes);
  const decisions = new Map<string, Decision[]>();
  for (const [, node] of nodes) {
    for (const actor of valuesOf(node, dip.decisionOn)) {
      const decision = {
        node,
        score: Number(valuesOf(node, dip.score)[0] ?? 0),
        judgement: JUDGEMENTS.get(valuesOf(node, dip.judgement)[0] ?? '') ?? 'nil',
        on: valuesOf(node, prov.generatedAtTime)[0] ?? '',
      };
      const known = decisions.get(actor);
      if (known === undefined) decisions.set(actor, [decision]);
      else known.push(decision);
    }
  }
  const identities: Identity[] = [];
  for (const [actor, own] of decisions) {
    const node = nodes.get(actor) ?? NOTHING;
    const decision = chooseDecision(own);
    if (decision === undefined || !valuesOf(node, rdf.type).includes(dip.Actor.value)) continue;
    identities.push({
      ...describeActor(actor, node),
      ...describeDecision(decision, node),
      offices: [...(officesOf.get(actor) ?? [])].toSorted(compareCodeUnits),
      mentions: (mentions.get(actor) ?? []).toSorted(
        (left, right) => compareCodeUnits(left.article, right.article) || left.start - right.start,
      ),
      claims: claims.get(actor) ?? 0,
    });
  }
  return identities.toSorted((left, right) => compareCodeUnits(left.actor, right.actor));
}

function describeActor(
  actor: string,
  node: Properties,
): Pick<Identity, 'actor' | 'label' | 'names' | 'type'> {
  const types = valuesOf(node, rdf.type);
  const [label = actor, ...otherLabels] = valuesOf(node, skos.prefLabel);
  const names = new Set([...otherLabels, ...valuesOf(node, skos.altLabel)]);
  names.delete(label);
  return {
    actor,
    label,
    names: [...names].toSorted(compareCodeUnits),
    type: TYPES.find(([term]) => types.includes(term.value))?.[1] ?? 'other',
  };
}

type Outcome = Pick<
  Identity,
  'qid' | 'judgement' | 'score' | 'candidate' | 'runnerUp' | 'reasons' | 'foundBy' | 'decided'
>;

function describeDecision({ node, judgement, score, on }: Decision, actor: Properties): Outcome {
  const candidate = qidOf(valuesOf(node, dip.candidate)[0] ?? '');
  const qid =
    judgement === 'linked'
      ? (candidate ?? valuesOf(actor, schema.sameAs).flatMap((iri) => qidOf(iri) ?? [])[0])
      : undefined;
  const second = qidOf(valuesOf(node, dip.runnerUp)[0] ?? '');
  const [foundBy = ''] = valuesOf(node, dip.foundBy);
  return {
    ...(qid === undefined ? {} : { qid }),
    judgement,
    score,
    ...(judgement === 'linked' || candidate === undefined ? {} : { candidate }),
    ...(second === undefined
      ? {}
      : {
          runnerUp: {
            qid: second,
            label: valuesOf(node, dip.runnerUpLabel)[0] ?? '',
            score: Number(valuesOf(node, dip.runnerUpScore)[0] ?? 0),
          },
        }),
    reasons: [...valuesOf(node, dip.reason)].toSorted(compareCodeUnits),
    foundBy,
    ...(on === '' ? {} : { decided: { by: foundBy, on } }),
  };
}

/** Below this a link is doubtful: the linker’s own threshold for names that little else supports. */
const SURE = 0.8;
/** A runner-up nearer than this makes a link doubtful. */
const NEAR = 0.1;
/** A candidate that scored this much is worth a look. */
const WORTH_A_LOOK = 0.6;

/** Whether a person should look at the decision: it waits for one, or another outcome was near. */
export function isUncertain({ judgement, score, runnerUp, decided }: Identity): boolean {
  if (decided !== undefined) return false;
  if (judgement === 'review') return true;
  if (judgement === 'nil') return score >= WORTH_A_LOOK;
  return score < SURE || (runnerUp !== undefined && score - runnerUp.score < NEAR);
}

/** Order in which decisions change most: by claims, then by mentions, then by IRI. */
export function compareByEffect(left: Identity, right: Identity): number {
  return (
    right.claims - left.claims ||
    right.mentions.length - left.mentions.length ||
    compareCodeUnits(left.actor, right.actor)
  );
}

/** What a graph holds of an article: its text, unless it was left out, and its day. */
export interface IdentityArticle {
  readonly text?: string;
  readonly date?: string;
}

/** The articles of a graph by key. */
export function readIdentityArticles(quads: readonly Quad[]): ReadonlyMap<string, IdentityArticle> {
  const articles = new Map<string, IdentityArticle>();
  for (const { subject, predicate, object } of quads) {
    const field = predicate.equals(schema.articleBody)
      ? 'text'
      : predicate.equals(schema.datePublished)
        ? 'date'
        : undefined;
    if (field === undefined) continue;
    const key = subject.value.slice(subject.value.lastIndexOf('/') + 1);
    articles.set(key, { ...articles.get(key), [field]: object.value });
  }
  return articles;
}
