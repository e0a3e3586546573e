import type { NamedNode, Quad } from '@rdfjs/types';
import type { Issue } from '../model/issue.ts';
import { DEFAULT_BASE, ISSUE_BASE, runGraphIri, shortHash, wikidataItem } from '../rdf/iris.ts';
import { integerLiteral, namedNode, stringLiteral, typedLiteral } from '../rdf/terms.ts';
import { dip, prov, schema, skos, xsd } from '../rdf/vocabulary.ts';
import { DIRECTION_TERMS, ISSUE_KIND_TERMS } from './concepts.ts';
import { describe, placeInGraph, whenDefined } from './triple.ts';
import type { Triple } from './triple.ts';

/** What a run is: the software and the content of everything that it used besides the articles. */
export interface RunConfiguration {
  /** The package's version: `0.1.0`. */
  readonly version: string;
  /** Name → SHA-256 of each lexicon, model, issue file, entity file and set of options. */
  readonly resources: Readonly<Record<string, string>>;
  readonly base?: string;
  /** An xsd:dateTime; left out unless given, so that the same run is the same bytes. */
  readonly startedAt?: string;
}

function listResources({ resources }: RunConfiguration): readonly (readonly [string, string])[] {
  return Object.entries(resources).toSorted(([left], [right]) => (left < right ? -1 : 1));
}

/** The run's node `{base}run/HASH`: the same configuration is the same run. */
export function runIri(configuration: RunConfiguration): NamedNode {
  const parts = [configuration.version, ...listResources(configuration).flat()];
  return namedNode(`${configuration.base ?? DEFAULT_BASE}run/${shortHash(parts)}`);
}

function describeRun(configuration: RunConfiguration): readonly Triple[] {
  const base = configuration.base ?? DEFAULT_BASE;
  const { startedAt, version } = configuration;
  const software = namedNode(`${base}software/demarche-${version}`);
  const resources = listResources(configuration).map(([name, sha256]) => ({
    node: namedNode(`${base}resource/${shortHash([name, sha256])}`),
    name,
    sha256,
  }));
  return [
    ...describe(
      runIri(configuration),
      [dip.Run, prov.Activity],
      [
        [prov.wasAssociatedWith, software],
        [prov.used, resources.map(({ node }) => node)],
        [prov.startedAtTime, startedAt === undefined ? undefined : typedLiteral(startedAt, xsd.dateTime)],
      ],
    ),
    ...describe(
      software,
      [prov.SoftwareAgent],
      [
        [schema.name, stringLiteral('demarche')],
        [schema.softwareVersion, stringLiteral(version)],
      ],
    ),
    ...resources.flatMap(({ node, name, sha256 }) =>
      describe(
        node,
        [prov.Entity],
        [
          [schema.name, stringLiteral(name)],
          [schema.sha256, stringLiteral(sha256)],
        ],
      ),
    ),
  ];
}

/** An issue as a SKOS concept, in the form in which issue files are written. */
export function describeIssue(issue: Issue, issues: ReadonlyMap<string, Issue>): readonly Triple[] {
  const node = namedNode(issue.iri);
  const patterns = issue.patterns.map((pattern, index) => ({
    ...pattern,
    node: namedNode(`${issue.iri}#pattern-${index + 1}`),
  }));
  const { broader, exactMatch } = issue;
  return [
    ...describe(
      node,
      [dip.Issue, skos.Concept],
      [
        [skos.prefLabel, stringLiteral(issue.label)],
        [dip.proposition, stringLiteral(issue.proposition)],
        [dip.alternative, issue.alternatives.map((wording) => stringLiteral(wording))],
        [dip.issueKind, ISSUE_KIND_TERMS[issue.kind]],
        [dip.pattern, patterns.map((pattern) => pattern.node)],
        [dip.blocker, issue.blockers.length === 0 ? undefined : stringLiteral(issue.blockers.join('|'))],
        [
          skos.broader,
          broader === undefined ? undefined : namedNode(issues.get(broader)?.iri ?? ISSUE_BASE + broader),
        ],
        [skos.exactMatch, whenDefined(exactMatch, wikidataItem)],
      ],
    ),
    ...patterns.flatMap((pattern) =>
      describe(
        pattern.node,
        [dip.Pattern],
        [
          [dip.all, stringLiteral(pattern.all.map((alternatives) => alternatives.join('|')).join(', '))],
          [dip.window, integerLiteral(pattern.window)],
          [dip.direction, DIRECTION_TERMS[pattern.direction]],
        ],
      ),
    ),
  ];
}

/** The run with versions and hashes, and the issues it matched, as the quads of the graph `{base}graph/run`. */
export function encodeRun(configuration: RunConfiguration, issues: readonly Issue[]): readonly Quad[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const triples = [...describeRun(configuration), ...issues.flatMap((issue) => describeIssue(issue, byId))];
  return placeInGraph(triples, runGraphIri(configuration.base));
}
