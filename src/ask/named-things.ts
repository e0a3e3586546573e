import type { Term } from '@rdfjs/types';
import { namedNode } from '../rdf/terms.ts';
import { dip, rdf, schema, skos } from '../rdf/vocabulary.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import { readWords } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';

/** Something of the graph that a question may name. */
export interface NamedThing {
  readonly iri: string;
  readonly label: string;
  /** Each name as its words, the label first. */
  readonly names: readonly (readonly QuestionWord[])[];
}

/** The actor with what it is, for outlets are asked for in other ways. */
export interface NamedActor extends NamedThing {
  readonly isOutlet: boolean;
  /** Claims that it holds or speaks: of two actors of a name the one who says something is meant. */
  readonly claims: number;
}

/** An issue with the words that it is spoken of by. */
export interface NamedIssue extends NamedThing {
  /** Stems of the words of its patterns, which no wording has. */
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

/** A person is called by the last name too. */
function lastNameOf(label: string): readonly string[] {
  return label.split(/\s+/u).slice(-1);
}

/** The actors of a graph by name. */
export function listActors(store: ClaimStore): readonly NamedActor[] {
  return instances(store, dip.Actor).map((iri) => {
    const node = namedNode(iri);
    const has = (type: Term): boolean =>
      store.count({ subject: node, predicate: rdf.type, object: type }) > 0;
    const labels = [...values(store, iri, skos.prefLabel), ...values(store, iri, skos.altLabel)];
    const [label = ''] = labels;
    const names = [...labels, ...(has(schema.Person) ? lastNameOf(label) : acronymsOf(label))];
    const claims = [dip.holder, dip.speaker, dip.onBehalfOf].reduce(
      (sum, predicate) => sum + store.count({ predicate, object: node }),
      0,
    );
    return {
      iri,
      label,
      names: [...new Set(names)].map(readWords).filter((words) => words.length > 0),
      isOutlet: has(dip.Outlet),
      claims,
    };
  });
}

/** The issues of a graph by label, proposition and alternative wordings. */
export function listIssues(store: ClaimStore): readonly NamedIssue[] {
  return instances(store, dip.Issue).map((iri) => {
    const names = values(store, iri, skos.prefLabel, dip.proposition, dip.alternative);
    const patterns = values(store, iri, dip.pattern).flatMap((pattern) => values(store, pattern, dip.all));
    const [label = ''] = names;
    return {
      iri,
      label,
      names: names.map(readWords),
      further: new Set(patterns.flatMap((list) => readWords(list).map(({ stem }) => stem))),
      broader: values(store, iri, skos.broader),
    };
  });
}
