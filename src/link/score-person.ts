import type { Cluster } from './cluster.ts';
import { classesOf, statesOf } from './cluster.ts';
import type { PersonRecord, Term } from './gazetteer.ts';
import { foldName } from './name-key.ts';
import { differInMiddle, nameSimilarity, partsOf, prepareName } from './name-similarity.ts';
import type { ComparableName } from './name-similarity.ts';
import { ELECT, fitsClass, isListedClass, isShared } from './role-classes.ts';

/** What the document shows beside the cluster itself. */
export interface DocumentEvidence {
  /** Day of publication; undefined where the article has none. */
  readonly date?: string;
  /** ISO codes of the states that the article mentions. */
  readonly states: ReadonlySet<string>;
  /** The classes of office that the article speaks of. */
  readonly classes: ReadonlySet<string>;
  /** Names of organisations mentioned in the sentences of the cluster. */
  readonly organisations: readonly string[];
}

/** A candidate with what speaks for it. */
export interface ScoredPerson {
  readonly person: PersonRecord;
  /** 0–1. */
  readonly score: number;
  readonly name: number;
  /** How firmly the words beside the name support the person: an office of a state held at the date, something, nothing. */
  readonly support: 'strong' | 'some' | 'none';
  readonly isClash: boolean;
  readonly evidence: readonly string[];
}

/** Weights of the score: the name has most, each kind of context adds or takes. */
const NAME = 0.78;
const ROLE_AT_DATE = 0.12;
const ROLE_EVER = 0.06;
const ROLE_CLASH = -0.1;
const COUNTRY = 0.06;
const COUNTRY_CLASH = -0.15;
const ORGANISATION = 0.1;
const PROMINENCE = 0.06;

/** Registers were read in 2022–23: an office that they leave open is believed this long. */
const OPEN_TERMS_END = '2023-06';

/** What a name counts at most whose middle name is another: such a person is no candidate. */
const OTHER_MIDDLE = 0.4;
/** A candidate that looks less like the name than this is not scored. */
const LEAST_NAME = 0.45;

/**
 * Scores a person for a cluster by name, office at the article's date, state, organisation and prominence; undefined
 * where the name looks nothing like the person's.
 */
export function scorePerson(
  cluster: Cluster,
  person: PersonRecord,
  document: DocumentEvidence,
): ScoredPerson | undefined {
  const name = bestName(cluster, person);
  if (name < LEAST_NAME) return undefined;
  const evidence: string[] = [];
  evidence.push(name === 1 ? 'exact name' : `name similarity ${name.toFixed(2)}`);
  let score = NAME * name + PROMINENCE * person.prominence;

  const role = readRoleEvidence(cluster, person, document);
  if (role.words !== '') evidence.push(role.words);
  score += role.points;

  const states = statesOf(cluster);
  const homes = new Set(person.terms.map((term) => term.country).filter((code) => code !== ''));
  const isSameState = states.some((state) => homes.has(state));
  const isOtherState = states.length > 0 && homes.size > 0 && !isSameState;
  if (isSameState) {
    score += COUNTRY;
    evidence.push('state named beside the name');
  } else if (isOtherState) {
    score += COUNTRY_CLASH;
    evidence.push('another state named beside the name');
  }
  const bodies = cluster.roles.flatMap((reading) => reading.organisations.map((thing) => thing.label));
  const isSameBody = person.organisations.some((body) =>
    [...bodies, ...document.organisations].some((other) => foldName(other) === foldName(body)),
  );
  if (isSameBody) {
    score += ORGANISATION;
    evidence.push('organisation named beside the name');
  }
  const isStrong = role.isTelling && (isSameState || role.isNamedState === true);
  const support =
    isStrong || (isSameBody && role.points > 0)
      ? 'strong'
      : role.points > 0 || isSameState || isSameBody
        ? 'some'
        : 'none';
  return {
    person,
    score: Math.max(0, Math.min(1, score)),
    name,
    support,
    isClash: role.points < 0 || isOtherState,
    evidence,
  };
}

const NAMES = new WeakMap<PersonRecord, readonly ComparableName[]>();

function namesOf(person: PersonRecord): readonly ComparableName[] {
  const known = NAMES.get(person);
  if (known !== undefined) return known;
  const names = person.names.map(prepareName);
  NAMES.set(person, names);
  return names;
}

function bestName(cluster: Cluster, person: PersonRecord): number {
  const full = cluster.surfaces.filter((surface) => partsOf(surface).first !== '');
  const surfaces = (full.length > 0 ? [...full, ...recombine(cluster, full)] : cluster.surfaces).map(
    prepareName,
  );
  const all = namesOf(person);
  // “Wallace” among the names of Ben Wallace does not make him Chris Wallace.
  const withGiven = full.length > 0 ? all.filter((name) => name.first !== undefined) : all;
  const registered = withGiven.length > 0 ? withGiven : all;
  let best = 0;
  for (const surface of surfaces)
    for (const name of registered) best = Math.max(best, nameSimilarity(surface, name));
  const isOther = surfaces.some((surface) => registered.some((name) => differInMiddle(surface, name)));
  return isOther && !surfaces.some((surface) => registered.some(({ form }) => form === surface.form))
    ? Math.min(best, OTHER_MIDDLE)
    : best;
}

/** The given names with the family name in its other spellings: “Boris Dzhonson … Johnson” is “Boris Johnson”. */
function recombine({ surfaces }: Cluster, full: readonly string[]): string[] {
  const lone = surfaces.filter((surface) => partsOf(surface).first === '');
  return full.flatMap((name) => {
    const { first, last } = partsOf(name);
    return lone.filter((family) => family !== first && family !== last).map((family) => `${first} ${family}`);
  });
}

interface RoleEvidence {
  readonly points: number;
  readonly isTelling: boolean;
  /** The office itself shows the state. */
  readonly isNamedState?: boolean;
  readonly words: string;
}

function readRoleEvidence(cluster: Cluster, person: PersonRecord, document: DocumentEvidence): RoleEvidence {
  const shown = classesOf(cluster);
  if (shown.length === 0) return { points: 0, isTelling: false, words: '' };
  const isFormer = cluster.roles.some((role) => role.isFormer);
  // “former president X” was president before, not at the article's date.
  const isOnlyFormer = isFormer && cluster.roles.every((role) => role.isFormer || role.classes.length === 0);
  const held = person.terms.filter(
    (term) =>
      hasBegun(term, document.date) && shown.some((roleClass) => fitsClass(roleClass, term.roleClass)),
  );
  const telling = held.some((term) => !isShared(term.roleClass));
  const title = cluster.title ?? shown.join(', ');
  if (shown.includes(ELECT)) {
    const term = person.terms.find((one) => isAboutToBegin(one, document.date));
    // The state that one is elected in is seldom named beside the name.
    return term !== undefined && document.states.has(term.country)
      ? {
          points: ROLE_AT_DATE,
          isTelling: true,
          isNamedState: true,
          words: `“${title}”: office about to begin`,
        }
      : { points: 0, isTelling: false, words: '' };
  }
  if (
    held.length > 0 &&
    !isOnlyFormer &&
    document.date !== undefined &&
    held.some((term) => isHeldOn(term, document.date ?? ''))
  ) {
    return { points: ROLE_AT_DATE, isTelling: telling, words: `“${title}”: office held on ${document.date}` };
  }
  if (held.length > 0) {
    // An office that the register leaves open may still be held after it was read.
    const isOpen = held.some((term) => term.to === '' && !isShared(term.roleClass));
    const isPast = held.some((term) => document.date === undefined || !isHeldOn(term, document.date));
    const isFitting = isOnlyFormer ? isPast : isFormer || isOpen || document.date === undefined;
    return {
      points: isFitting ? ROLE_AT_DATE - 0.02 : ROLE_EVER,
      isTelling: telling && isFitting,
      words: `“${title}”: office held at another time`,
    };
  }
  // The registers list who held these offices; of others they tell of too few for their silence to mean anything.
  const isListed = shown.some((roleClass) => isListedClass(roleClass));
  return isListed && person.terms.length > 0
    ? { points: ROLE_CLASH, isTelling: false, words: `“${title}”: office not known of the person` }
    : { points: 0, isTelling: false, words: '' };
}

/** Nobody is called by an office that is still to come: “Ferdinand Marcos” of 2020 is not the president of 2022. */
function hasBegun(term: Term, date: string | undefined): boolean {
  return date === undefined || term.from === '' || term.from <= date || date.startsWith(term.from);
}

/** The longest time between an election and the office, in days. */
const TRANSITION = 150;

/** “President-elect Biden”, in November 2020. */
function isAboutToBegin({ roleClass, from }: Term, date: string | undefined): boolean {
  if (!/^(?:president|head-of-government)$/.test(roleClass) || date === undefined || from.length < 10)
    return false;
  const days = (Date.parse(from) - Date.parse(date)) / 86_400_000;
  return days > 0 && days <= TRANSITION;
}

/** Whether an office was held on a day; open offices of the registers count until they were read. */
export function isHeldOn(term: Term, date: string): boolean {
  const began = term.from === '' || term.from <= date || date.startsWith(term.from);
  if (term.to !== '') return began && (date <= term.to || term.to.startsWith(date.slice(0, term.to.length)));
  return began && date.slice(0, OPEN_TERMS_END.length) <= OPEN_TERMS_END;
}
