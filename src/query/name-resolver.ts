import type { Term } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import { STANCE_POLARITY } from '../model/claim.ts';
import { namedNode } from '../rdf/terms.ts';
import { dip, PREFIXES, rdf, schema, skos } from '../rdf/vocabulary.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import { nearestNames } from './nearest-names.ts';
import { expandIri, shortenIri } from './prefixes.ts';

/** The kinds of thing that a user may call by name. */
export type NamedKind = 'issue' | 'actor' | 'stance';

/** Finds the node that a user means by an id, a prefixed name, an IRI or a label. */
export type NameResolver = (kind: NamedKind, name: string, where: string) => Term;

interface Candidate {
  readonly iri: string;
  /** What only one thing may be called: its id, its Wikidata item. */
  readonly ids: readonly string[];
  /** The label first, then its other names. */
  readonly labels: readonly string[];
}

/** Names are compared without regard to case, spaces and the form of the apostrophe. */
function normalise(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[‘’ʼ]/gu, "'")
    .replaceAll(/[\s_]+/gu, ' ')
    .trim();
}

function lastPart(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
}

/**
 * Looks names up in a store.
 * @returns a function that throws an InputError with the choices where a name fits none or several.
 */
export function createNameResolver(store: ClaimStore): NameResolver {
  const listed = new Map<NamedKind, readonly Candidate[]>();
  return (kind, name, where) => {
    const candidates = listed.get(kind) ?? LISTS[kind](store);
    listed.set(kind, candidates);
    return namedNode(resolveName(kind, name, where, candidates));
  };
}

function resolveName(kind: NamedKind, name: string, where: string, candidates: readonly Candidate[]): string {
  const iri = expandIri(name.trim());
  if (iri !== undefined && candidates.some((candidate) => candidate.iri === iri)) return iri;
  const wanted = normalise(name);
  const rounds = [
    candidates.filter(({ ids }) => ids.some((id) => normalise(id) === wanted)),
    candidates.filter(({ labels }) => labels[0] !== undefined && normalise(labels[0]) === wanted),
    candidates.filter(({ labels }) => labels.some((label) => normalise(label) === wanted)),
    // “Merkel”, “57 countries”, where but one ends so: “an alliance of 57 countries”.
    candidates.filter(({ labels: [label = ''] }) => ` ${normalise(label)}`.endsWith(` ${wanted}`)),
  ];
  const found = rounds.find((round) => round.length > 0) ?? [];
  const [first] = found;
  if (first !== undefined && found.length === 1) return first.iri;
  if (first !== undefined) {
    throw new InputError(
      where,
      `"${name}" may be ${found.length} ${kind}s; choose one by its id:\n${list(found)}`,
    );
  }
  throw new InputError(where, describeUnknown(kind, name, candidates));
}

/** All that a thing may be called by when it is misspelled: its ids, its labels and their single words. */
function callings({ ids, labels }: Candidate): readonly string[] {
  return [
    ...ids,
    ...labels,
    ...labels.flatMap((label) => label.split(' ').filter(({ length }) => length > 3)),
  ];
}

function describeUnknown(kind: NamedKind, name: string, candidates: readonly Candidate[]): string {
  if (candidates.length === 0) return `no ${kind} "${name}": the graph holds no ${kind}s`;
  const near = nearestNames(name, candidates.flatMap(callings), 8);
  const likely = [...new Set(near)].flatMap((word) =>
    candidates.filter((candidate) => callings(candidate).includes(word)),
  );
  if (likely.length > 0)
    return `no ${kind} "${name}" in the graph; the nearest are:\n${list([...new Set(likely)].slice(0, 8))}`;
  const rest = candidates.length > 12 ? `\n  … and ${candidates.length - 12} more` : '';
  return `no ${kind} "${name}" in the graph; it holds:\n${list(candidates.slice(0, 12))}${rest}`;
}

function list(candidates: readonly Candidate[]): string {
  return candidates
    .map(({ iri, labels: [label = ''] }) => `  ${shortenIri(iri)}  ${label}`.trimEnd())
    .join('\n');
}

const LISTS: Readonly<Record<NamedKind, (store: ClaimStore) => readonly Candidate[]>> = {
  issue: (store) =>
    listCandidates(store, [...subjectsOf(store, dip.Issue), ...objectsOf(store, dip.issue)], {
      names: [skos.prefLabel, skos.altLabel, dip.proposition, dip.alternative],
      sameAs: skos.exactMatch,
    }),
  actor: (store) => [
    ...listCandidates(
      store,
      [
        ...subjectsOf(store, dip.Actor),
        ...[dip.holder, dip.speaker, dip.onBehalfOf].flatMap((role) => objectsOf(store, role)),
      ].filter((iri) => !VOICES.some((voice) => voice.iri === iri)),
      { names: [skos.prefLabel, skos.altLabel], sameAs: schema.sameAs },
    ),
    ...VOICES,
  ],
  stance: () =>
    Object.keys(STANCE_POLARITY).map((stance) => ({
      iri: PREFIXES.dip + stance.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase()),
      ids: [stance, stance.replaceAll('-', '')],
      labels: [stance.replaceAll('-', ' ')],
    })),
};

/** The two voices that speak and hold but are no actors. */
const VOICES: readonly Candidate[] = [
  { iri: dip.articleVoice.value, ids: ['article', 'articleVoice'], labels: ['article voice'] },
  { iri: dip.unattributed.value, ids: ['unattributed'], labels: ['unattributed'] },
];

function listCandidates(
  store: ClaimStore,
  iris: readonly string[],
  { names, sameAs }: { readonly names: readonly Term[]; readonly sameAs: Term },
): readonly Candidate[] {
  return [...new Set(iris)].toSorted().map((iri) => {
    const objects = (predicate: Term): readonly string[] =>
      [...store.find({ subject: namedNode(iri), predicate })].map(({ object }) => object.value);
    return {
      iri,
      ids: [lastPart(iri), ...objects(sameAs).map(lastPart)],
      labels: [...new Set(names.flatMap(objects))],
    };
  });
}

function subjectsOf(store: ClaimStore, type: Term): readonly string[] {
  return [...store.find({ predicate: rdf.type, object: type })].map(({ subject }) => subject.value);
}

function objectsOf(store: ClaimStore, predicate: Term): readonly string[] {
  return [...store.find({ predicate })].map(({ object }) => object.value);
}
