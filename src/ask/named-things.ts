import type { Term } from '@rdfjs/types';
import { namedNode } from '../rdf/terms.ts';
import { dip, org, rdf, schema, skos } from '../rdf/vocabulary.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import { isSmall } from './concepts.ts';
import type { ConceptReader } from './concepts.ts';
import type { KnownName } from './name-register.ts';
import { readWords } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';

/** Something of the graph that a question may name. */
export interface NamedThing {
  readonly iri: string;
  readonly label: string;
}

/** The actor with what it is, for outlets are asked for in other ways. */
export interface NamedActor extends NamedThing {
  /** Each name as its words, the label first. */
  readonly names: readonly (readonly QuestionWord[])[];
  readonly isPerson: boolean;
  readonly isOutlet: boolean;
  /** A register names it: a state or a known organisation. */
  readonly isRegistered: boolean;
  /** Claims that it holds or speaks: of two actors of a name the one who says something is meant. */
  readonly claims: number;
}

/** An issue with the words that it is spoken of by. */
export interface NamedIssue extends NamedThing {
  /** Each wording as its concepts, the label first. */
  readonly names: readonly (readonly string[])[];
  /** Pairs of words that follow each other in a wording: they name the issue even where a word has another meaning. */
  readonly pairs: ReadonlySet<string>;
  /** Concepts of its patterns. */
  readonly further: ReadonlySet<string>;
  /** IRIs of the wider issues. */
  readonly broader: readonly string[];
}

const values = (store: ClaimStore, subject: string, ...predicates: readonly Term[]): readonly string[] =>
  predicates.flatMap((predicate) =>
    [...store.find({ subject: namedNode(subject), predicate })].map(({ object }) => object.value),
  );

function instances(store: ClaimStore, type: Term): readonly string[] {
  return [
    ...new Set([...store.find({ predicate: rdf.type, object: type })].map(({ subject }) => subject.value)),
  ].sort();
}

/** “United States” → “US”. */
function acronymsOf(label: string): readonly string[] {
  const letters = (label.match(/\b\p{Lu}/gu) ?? []).join('');
  return letters.length > 1 && /^\p{Lu}\S+(?: (?:of |the |and )*\p{Lu}\S+)+$/u.test(label) ? [letters] : [];
}

/** A person is called by the last name too; “head of the UK” has none. */
function lastNameOf(label: string): readonly string[] {
  return /^\p{Lu}.* \p{Lu}\S*$/u.test(label) ? label.split(/\s+/u).slice(-1) : [];
}

/** Subject → values of a predicate, in one pass over the graph. */
function collect(store: ClaimStore, ...predicates: readonly Term[]): ReadonlyMap<string, readonly string[]> {
  const collected = new Map<string, string[]>();
  for (const predicate of predicates) {
    for (const { subject, object } of store.find({ predicate })) {
      const known = collected.get(subject.value);
      if (known === undefined) collected.set(subject.value, [object.value]);
      else if (!known.includes(object.value)) known.push(object.value);
    }
  }
  return collected;
}

/** How many claims each actor holds, speaks or stands behind. */
function countClaims(store: ClaimStore): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const predicate of [dip.holder, dip.speaker, dip.onBehalfOf])
    for (const { object } of store.find({ predicate }))
      counts.set(object.value, (counts.get(object.value) ?? 0) + 1);
  return counts;
}

/** The offices that name their holder by themselves: “US President”, which says whose president. */
function officesOf(store: ClaimStore): ReadonlyMap<string, readonly string[]> {
  const organisations = collect(store, org.organization);
  const names = collect(store, dip.office);
  const offices = new Map<string, readonly string[]>();
  for (const { subject, object } of store.find({ predicate: org.member })) {
    if (!organisations.has(subject.value)) continue;
    const held = (names.get(subject.value) ?? []).filter((name) => !/^(?:former|ex)\b/iu.test(name));
    offices.set(object.value, [...(offices.get(object.value) ?? []), ...held]);
  }
  return offices;
}

/** A short name in small letters too, as people type it; “US” and “WHO” are words then and stay out elsewhere. */
const typed = (name: string): readonly string[] =>
  /^\p{Lu}{2,3}$/u.test(name) ? [name, name.toLowerCase()] : [name];

/** The actors of a graph by name. */
export function listActors(store: ClaimStore, register: readonly KnownName[]): readonly NamedActor[] {
  const byKey = new Map(
    register.flatMap((one) => [one.qid ?? one.label, one.label].map((key) => [key, one])),
  );
  const [offices, labelsOf, items, claims] = [
    officesOf(store),
    collect(store, skos.prefLabel, skos.altLabel),
    collect(store, schema.sameAs),
    countClaims(store),
  ];
  const [persons, outlets] = [
    new Set(instances(store, schema.Person)),
    new Set(instances(store, dip.Outlet)),
  ];
  return instances(store, dip.Actor).map((iri) => {
    const labels = labelsOf.get(iri) ?? [];
    const [label = ''] = labels;
    const isPerson = persons.has(iri);
    const item = (items.get(iri) ?? []).map((same) => same.slice(same.lastIndexOf('/') + 1));
    const registered = isPerson
      ? undefined
      : [...item, label].map((key) => byKey.get(key)).find((one) => one !== undefined);
    const names = [
      ...labels,
      ...(isPerson ? lastNameOf(label) : acronymsOf(label)),
      ...(registered?.others ?? []).flatMap(typed),
      ...(offices.get(iri) ?? []),
    ];
    return {
      iri,
      label,
      names: [...new Set(names)].map(readWords).filter((words) => words.length > 0),
      isPerson,
      isOutlet: outlets.has(iri),
      isRegistered: registered !== undefined,
      claims: claims.get(iri) ?? 0,
    };
  });
}

/** Words that follow each other, as one key. */
export const pairOf = (left: QuestionWord, right: QuestionWord): string => `${left.stem} ${right.stem}`;

/** The issues of a graph by label, proposition and alternative wordings. */
export function listIssues(store: ClaimStore, conceptsOf: ConceptReader): readonly NamedIssue[] {
  return instances(store, dip.Issue).map((iri) => {
    const wordings = values(store, iri, skos.prefLabel, skos.altLabel, dip.proposition, dip.alternative);
    const names = wordings.map(readWords);
    const patterns = values(store, iri, dip.pattern).flatMap((pattern) => values(store, pattern, dip.all));
    return {
      iri,
      label: wordings[0] ?? '',
      names: names.map(conceptsOf),
      pairs: new Set(
        names
          .map((words) => words.filter((word) => !isSmall(word)))
          .flatMap((words) => words.slice(1).map((next, index) => pairOf(words[index] ?? next, next))),
      ),
      further: new Set(patterns.flatMap((list) => conceptsOf(readWords(list)))),
      broader: values(store, iri, skos.broader),
    };
  });
}
