import { InputError } from '../model/input-error.ts';
import type { Issue, IssuePattern, PatternDirection } from '../model/issue.ts';

interface Term {
  readonly value: string;
}

/** A triple as any RDF library gives it. */
export interface IssueTriple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

const DIP = 'https://w3id.org/demarche/ontology#';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const DEFAULT_WINDOW = 14;

type Properties = ReadonlyMap<string, readonly string[]>;

function lastPart(iri: string): string {
  return iri.split(/[/#]/).at(-1) ?? iri;
}

function gather(triples: Iterable<IssueTriple>): ReadonlyMap<string, Properties> {
  const nodes = new Map<string, Map<string, string[]>>();
  for (const { subject, predicate, object } of triples) {
    const properties = nodes.get(subject.value) ?? new Map<string, string[]>();
    properties.set(predicate.value, [...(properties.get(predicate.value) ?? []), object.value]);
    nodes.set(subject.value, properties);
  }
  return nodes;
}

function splitAlternatives(list: string): readonly string[] {
  return list
    .split('|')
    .map((word) =>
      word
        .trim()
        .replace(/^\((.*)\)$/, '$1')
        .toLowerCase(),
    )
    .filter((word) => word !== '');
}

function readDirection(value: string | undefined, where: string): PatternDirection {
  const name = value === undefined ? 'Pro' : lastPart(value);
  if (name === 'Pro') return 'pro';
  if (name === 'Con') return 'con';
  throw new InputError(where, `unknown dip:direction ${name}; use dip:Pro or dip:Con`);
}

function readPattern(node: Properties | undefined, where: string): IssuePattern {
  const all = (node?.get(`${DIP}all`) ?? []).flatMap((list) => list.split(',').map(splitAlternatives));
  if (all.length === 0 || all.some((alternatives) => alternatives.length === 0)) {
    throw new InputError(where, 'a pattern needs dip:all, for example "nato|alliance, member|join"');
  }
  const window = Number(node?.get(`${DIP}window`)?.[0] ?? DEFAULT_WINDOW);
  if (!Number.isInteger(window) || window < 1) {
    throw new InputError(
      where,
      `dip:window "${node?.get(`${DIP}window`)?.[0] ?? ''}" is no whole number of tokens from 1`,
    );
  }
  return { all, window, direction: readDirection(node?.get(`${DIP}direction`)?.[0], where) };
}

function readKind(value: string | undefined, where: string): Issue['kind'] {
  const name = value === undefined ? 'Policy' : lastPart(value);
  if (name === 'Policy') return 'policy';
  if (name === 'Fact') return 'fact';
  throw new InputError(where, `unknown dip:issueKind ${name}; use dip:Policy or dip:Fact`);
}

function readIssue(
  iri: string,
  node: Properties,
  nodes: ReadonlyMap<string, Properties>,
  fileName: string,
): Issue {
  const id = lastPart(iri);
  const where = `${fileName}: issue ${id}`;
  const label = node.get(`${SKOS}prefLabel`)?.[0];
  const proposition = node.get(`${DIP}proposition`)?.[0];
  if (label === undefined) throw new InputError(where, 'has no skos:prefLabel');
  if (proposition === undefined) {
    throw new InputError(
      where,
      'has no dip:proposition, a sentence such as "Ukraine becomes a member of NATO"',
    );
  }
  const broader = node.get(`${SKOS}broader`)?.[0];
  const exactMatch = node.get(`${SKOS}exactMatch`)?.[0];
  return {
    id,
    iri,
    label,
    proposition,
    alternatives: node.get(`${DIP}alternative`) ?? [],
    kind: readKind(node.get(`${DIP}issueKind`)?.[0], where),
    patterns: (node.get(`${DIP}pattern`) ?? []).map((pattern) => readPattern(nodes.get(pattern), where)),
    blockers: (node.get(`${DIP}blocker`) ?? []).flatMap(splitAlternatives),
    ...(broader === undefined ? {} : { broader: lastPart(broader) }),
    ...(exactMatch === undefined ? {} : { exactMatch: lastPart(exactMatch) }),
  };
}

/**
 * The issues that a file's triples describe, in the order in which they appear there. A node is an issue if it is
 * a dip:Issue or has a dip:proposition. Throws an InputError that names the file and the issue.
 */
export function readIssues(triples: Iterable<IssueTriple>, fileName: string): readonly Issue[] {
  const nodes = gather(triples);
  const issues = [...nodes]
    .filter(
      ([, node]) => node.get(RDF_TYPE)?.includes(`${DIP}Issue`) === true || node.has(`${DIP}proposition`),
    )
    .map(([iri, node]) => readIssue(iri, node, nodes, fileName));
  const twice = issues.find(({ id }, index) => issues.findIndex((other) => other.id === id) < index);
  if (twice !== undefined)
    throw new InputError(
      `${fileName}: issue ${twice.id}`,
      'is there twice; the last part of an IRI must be its own',
    );
  return issues;
}
