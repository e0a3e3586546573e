import type { Cluster } from './cluster.ts';
import type { Gazetteer, PersonRecord, Term } from './gazetteer.ts';
import { foldName, skeletonOf } from './name-key.ts';
import { familySimilarity, givenSimilarity, partsOf } from './name-similarity.ts';
import type { UserEntities } from './read-entities.ts';
import { fitsClass } from './role-classes.ts';
import { isHeldOn, scorePerson } from './score-person.ts';
import type { DocumentEvidence, ScoredPerson } from './score-person.ts';

/** Score from which an entity is linked, by how firmly the words beside the name support the candidate. */
const THRESHOLDS = { strong: 0.66, some: 0.8, none: 0.82 } as const;
/** How far the best candidate must lead the second. */
const MARGIN = 0.06;
/** Without any support only persons known everywhere are linked, and only by their full name or office. */
const KNOWN_EVERYWHERE = 0.7;
const HEAD_OF_STATE = 0.9;
/** Names less like each other than this are two names. */
const LIKE = 0.88;
/** Candidates below this are not worth a user's review. */
const WORTH_REVIEW = 0.75;

/** The outcome for one person: linked, nil or for review. */
export interface PersonDecision {
  readonly judgement: 'linked' | 'nil' | 'review';
  readonly best?: ScoredPerson;
  readonly second?: ScoredPerson;
  readonly reason: string;
}

/** Chooses the person whom a cluster of names means, or nobody. */
export function decidePerson(
  cluster: Cluster,
  gazetteer: Gazetteer,
  userEntities: UserEntities,
  document: DocumentEvidence,
): PersonDecision {
  const records = unite([...userEntities.persons, ...findCandidates(cluster, gazetteer)]);
  const scored = records
    .flatMap((person) => scorePerson(cluster, person, document) ?? [])
    .sort(
      (left, right) => right.score - left.score || compare(identify(left.person), identify(right.person)),
    );
  const own = scored.filter(
    (candidate) => candidate.person.iri !== undefined && refuse(cluster, candidate, document) === '',
  );
  const [first] = own.length > 0 ? own : scored;
  if (first === undefined) return { judgement: 'nil', reason: 'no candidate' };
  const second = scored.find((candidate) => candidate !== first && candidate.name >= LIKE);
  const ruler = findRuler(cluster, scored, document);
  if (ruler !== undefined)
    return { best: because(ruler, 'rules a state that the article names'), judgement: 'linked', reason: '' };
  const reason = refuse(cluster, first, document) || tie(first, second);
  const found = { best: first, ...(second === undefined ? {} : { second }) };
  if (reason === '') {
    const isByOffice = first.support === 'none' && isInOfficeSpokenOf(first.person, document);
    const best = isByOffice ? because(first, 'in office in a state that the article names') : first;
    return { ...found, best, judgement: 'linked', reason: '' };
  }
  // Somebody who is only called a little like it is no candidate.
  if (first.name < LIKE) return { judgement: 'nil', reason: 'no candidate' };
  // A family name alone, with nothing beside it, is nothing to decide on.
  const isBare =
    first.support === 'none' && !cluster.surfaces.some((surface) => partsOf(surface).first !== '');
  const isWorth = first.score >= WORTH_REVIEW && !isBare;
  return { ...found, judgement: isWorth ? 'review' : 'nil', reason };
}

/** The candidate with one more reason. */
function because(candidate: ScoredPerson, reason: string): ScoredPerson {
  return { ...candidate, evidence: [...candidate.evidence, reason] };
}

/** Why a candidate is not to be linked; empty where nothing speaks against it. */
function refuse(cluster: Cluster, candidate: ScoredPerson, document: DocumentEvidence): string {
  const { person, support, name } = candidate;
  if (candidate.isClash && !(name === 1 && person.prominence >= HEAD_OF_STATE))
    return 'office or state differs';
  const isFull = cluster.surfaces.some((surface) => partsOf(surface).first !== '');
  // Whoever writes down an actor by the full name means everybody so called.
  if (isFull && name === 1 && person.iri !== undefined) return '';
  const isExactAndCurrent = name === 1 && isInOfficeSpokenOf(person, document);
  if (candidate.score < THRESHOLDS[support] && !isExactAndCurrent) return 'score below the threshold';
  if (isFull) {
    if (givenNamesDiffer(cluster, person)) return 'another given name';
    if (support === 'strong') return '';
    if (name < 0.9) return 'the name alone is not close enough';
    if (support === 'some') return '';
    const isMentioned = person.terms.some((term) => document.states.has(term.country));
    if (person.iri !== undefined && name >= 0.97) return '';
    if (name < 1) return 'nothing but a similar name';
    if (person.prominence >= KNOWN_EVERYWHERE && isMentioned && isOfTheTime(person, document)) return '';
    if (isInOfficeSpokenOf(person, document)) return '';
    return 'nothing in the text but the name';
  }
  // A bare surname never links by its spelling alone.
  if (support === 'strong') return '';
  return 'a bare surname without office or state';
}

function tie(first: ScoredPerson, second: ScoredPerson | undefined): string {
  if (second === undefined || identify(first.person) === identify(second.person)) return '';
  if (first.name === 1 && second.name < 0.97 && first.score > second.score) return '';
  if (first.person.iri !== undefined && second.person.iri === undefined && first.support !== 'none')
    return '';
  return first.score - second.score >= MARGIN ? '' : 'two candidates too close';
}

const RULES = /^(?:president|head-of-government|monarch)$/;

/**
 * The one who rules a state that the article names, called by the family name alone and spelt so: “Modi” in an article
 * on India. Not where others of that name hold offices there.
 */
function findRuler(
  cluster: Cluster,
  scored: readonly ScoredPerson[],
  document: DocumentEvidence,
): ScoredPerson | undefined {
  const [surname = ''] = cluster.surfaces;
  if (cluster.surfaces.some((surface) => partsOf(surface).first !== '')) return undefined;
  const form = foldName(partsOf(surname).last);
  const namesakes = scored.filter(
    ({ person, isClash }) =>
      !isClash &&
      person.names.some((name) => foldName(partsOf(name).last) === form) &&
      person.terms.some((term) => document.states.has(term.country) && isOpenOn(term, document.date)),
  );
  const [only] = namesakes;
  const rules =
    namesakes.length === 1 &&
    only !== undefined &&
    only.person.prominence >= HEAD_OF_STATE &&
    (document.date !== undefined || only.support !== 'none') &&
    only.person.terms.some(
      (term) =>
        RULES.test(term.roleClass) && document.states.has(term.country) && isOpenOn(term, document.date),
    );
  return rules ? only : undefined;
}

function isOpenOn(term: Term, date: string | undefined): boolean {
  return date === undefined || isHeldOn(term, date);
}

/** A family name in another spelling needs a given name this like the registered one. */
const LEAST_GIVEN = 0.5;

/** “Ruhollah Khomeini” is no garbled “Ali Khamenei”, though the office and the state are the same. */
function givenNamesDiffer(cluster: Cluster, person: PersonRecord): boolean {
  const written = cluster.surfaces.map(partsOf).filter(({ first }) => first !== '');
  const registered = person.names.map(partsOf);
  const isSame = written.some((parts) =>
    registered.some(
      (other) =>
        other.first === '' ||
        (familySimilarity(parts, other) === 1 && person.prominence >= KNOWN_EVERYWHERE) ||
        givenSimilarity(parts.first, other.first) >= LEAST_GIVEN,
    ),
  );
  return !isSame;
}

/**
 * Whether the person holds an office at the article's date in a state that the article names, and the article speaks of
 * such offices: “Adam Schiff” where senators and representatives of the United States are spoken of.
 */
function isInOfficeSpokenOf(person: PersonRecord, document: DocumentEvidence): boolean {
  return person.terms.some(
    (term) =>
      document.date !== undefined &&
      isHeldOn(term, document.date) &&
      document.states.has(term.country) &&
      [...document.classes].some((roleClass) => fitsClass(roleClass, term.roleClass)),
  );
}

/** Years for which the holders of an office are spoken of without it: heads of state and government longer. */
const SHORT_MEMORY = 12;
const LONG_MEMORY = 35;

/** Whether the person held an office within a generation of the article. */
function isOfTheTime(person: PersonRecord, document: DocumentEvidence): boolean {
  const year = Number(document.date?.slice(0, 4) ?? NaN);
  if (Number.isNaN(year)) return true;
  const memory = person.prominence >= HEAD_OF_STATE ? LONG_MEMORY : SHORT_MEMORY;
  return person.terms.some((term) => {
    const from = Number(term.from.slice(0, 4) || NaN);
    const to = Number(term.to.slice(0, 4) || NaN);
    return from <= year + 1 && (Number.isNaN(to) || to >= year - memory);
  });
}

function identify(person: PersonRecord): string {
  return person.qid ?? person.iri ?? person.label;
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A person of an entity file and of the gazetteer under one QID is one; the file's label counts. */
function unite(persons: readonly PersonRecord[]): PersonRecord[] {
  const united = new Map<string, PersonRecord>();
  for (const person of persons) {
    const known = united.get(identify(person));
    if (known === undefined) united.set(identify(person), person);
    else if (known !== person)
      united.set(identify(person), {
        ...known,
        names: [...new Set([...known.names, ...person.names])],
        prominence: Math.max(known.prominence, person.prominence),
        terms: [...known.terms, ...person.terms],
      });
  }
  return [...united.values()];
}

/** Persons of the gazetteer with a family name whose skeleton is near. */
function findCandidates(cluster: Cluster, { persons }: Gazetteer): PersonRecord[] {
  const wanted = new Set(cluster.surfaces.map((surface) => skeletonOf(partsOf(surface).last)));
  return [...new Set([...wanted].flatMap((key) => persons.personsNear(key)))];
}
