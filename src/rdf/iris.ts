import { createHash } from 'node:crypto';
import type { NamedNode } from '@rdfjs/types';
import type { Span } from '../model/span.ts';
import { namedNode } from './terms.ts';
import { PREFIXES } from './vocabulary.ts';

/** Where our instances live unless the user says otherwise. */
export const DEFAULT_BASE = 'https://w3id.org/demarche/id/';

/** Where issues live whose file gives no other IRI. */
export const ISSUE_BASE = 'https://w3id.org/demarche/issue/';

/** The key of an article: the first 16 hexadecimal digits of its text's SHA-256. */
export function articleKey(sha256: string): string {
  return sha256.slice(0, 16);
}

/** The first `length` hexadecimal digits of the SHA-256 over the parts, which may hold any characters. */
export function shortHash(parts: readonly string[], length = 16): string {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex').slice(0, length);
}

/** A name as the last part of an IRI: `Al Jazeera` → `al-jazeera`; a name that this would change further gets a hash. */
function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/u.test(name)
    ? plain
    : `${plain}-${shortHash([name], 8)}`.replace(/^-/u, '');
}

/** The Wikidata item as a node. */
export function wikidataItem(qid: string): NamedNode {
  return namedNode(PREFIXES.wd + qid);
}

/** The item's identifier, of its IRI: `Q22686`; undefined for another IRI. */
export function qidOf(iri: string): string | undefined {
  return /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/(Q[1-9]\d*)$/u.exec(iri)?.[1];
}

/** The actor identified by a Wikidata item, shared by all articles. */
export function sharedActorIri(qid: string, base: string = DEFAULT_BASE): NamedNode {
  return namedNode(`${base}actor/${qid}`);
}

/** The publisher of this name, shared by all articles. */
export function outletIri(name: string, base: string = DEFAULT_BASE): NamedNode {
  return namedNode(`${base}actor/outlet-${slug(name)}`);
}

/** The graph that holds the run and the issue concepts. */
export function runGraphIri(base: string = DEFAULT_BASE): NamedNode {
  return namedNode(`${base}graph/run`);
}

/** The graph that holds what is derived from the claims and may be rebuilt at any time. */
export function inferredGraphIri(base: string = DEFAULT_BASE): NamedNode {
  return namedNode(`${base}graph/inferred`);
}

/** The graph of what persons decided and judged; it is only ever added to. */
export function reviewGraphIri(base: string = DEFAULT_BASE): NamedNode {
  return namedNode(`${base}graph/review`);
}

/** The graph of the identities that persons' decisions give, made from the review graph. */
export function identityGraphIri(base: string = DEFAULT_BASE): NamedNode {
  return namedNode(`${base}graph/identity`);
}

function offsets({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Prefixes for our instances, one for each kind, so that files and tables read well: `claim:` and so on. */
export function instancePrefixes(base: string = DEFAULT_BASE): Readonly<Record<string, string>> {
  const kinds = [
    'actor',
    'article',
    'claim',
    'decision',
    'graph',
    'membership',
    'mention',
    'resource',
    'run',
    'selector',
    'span',
    'step',
    'position',
    'change',
    'conflict',
    'agreement',
    'report',
  ];
  const instances = kinds.map((kind) => [kind, `${base}${kind}/`] as const);
  return { ...PREFIXES, ...Object.fromEntries(instances), issue: ISSUE_BASE };
}

/** Mints the IRIs of one article's things; the same thing always gets the same IRI. */
export interface ArticleIris {
  readonly key: string;
  readonly graph: NamedNode;
  readonly article: NamedNode;
  readonly localActor: (entity: string) => NamedNode;
  readonly membership: (entity: string) => NamedNode;
  readonly decision: (entity: string) => NamedNode;
  readonly mention: (span: Span) => NamedNode;
  readonly span: (span: Span) => NamedNode;
  readonly selector: (span: Span) => NamedNode;
  readonly claim: (hash: string) => NamedNode;
  readonly step: (hash: string, position: number) => NamedNode;
}

/** The IRIs of the article whose text has this SHA-256, under a base IRI that ends with `/` or `#`. */
export function articleIris(sha256: string, base: string = DEFAULT_BASE): ArticleIris {
  const key = articleKey(sha256);
  return {
    key,
    graph: namedNode(`${base}graph/${key}`),
    article: namedNode(`${base}article/${key}`),
    localActor: (entity) => namedNode(`${base}actor/${key}-${entity}`),
    membership: (entity) => namedNode(`${base}membership/${key}/${entity}`),
    decision: (entity) => namedNode(`${base}decision/${key}/${entity}`),
    mention: (span) => namedNode(`${base}mention/${key}/${offsets(span)}`),
    span: (span) => namedNode(`${base}span/${key}/${offsets(span)}`),
    selector: (span) => namedNode(`${base}selector/${key}/${offsets(span)}`),
    claim: (hash) => namedNode(`${base}claim/${key}-${hash}`),
    step: (hash, position) => namedNode(`${base}step/${key}-${hash}/${position}`),
  };
}
