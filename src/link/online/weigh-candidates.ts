import type { Cluster } from '../cluster.ts';
import { decidePerson } from '../decide-person.ts';
import type { Gazetteer, PersonRecord } from '../gazetteer.ts';
import { foldName } from '../name-key.ts';
import { readRole } from '../read-role.ts';

/** An actor about whom a service is asked, as a graph tells of it. */
export interface AskedActor {
  readonly type: string;
  /** The names, the label first. */
  readonly names: readonly string[];
  /** Words of office. */
  readonly offices: readonly string[];
  /** The texts of its articles, as far as they are known. */
  readonly texts: readonly string[];
  /** Day of the earliest article. */
  readonly date?: string;
}

/** A candidate for an actor, weighed. */
export interface WeighedCandidate {
  readonly qid: string;
  readonly label: string;
  /** 0–1. */
  readonly score: number;
}

/** The best candidates and what spoke for the first; `isGood` where the linker itself would have linked. */
export interface Weighing {
  readonly best: WeighedCandidate;
  readonly second?: WeighedCandidate;
  readonly isGood: boolean;
  readonly evidence: readonly string[];
}

/** Weighs persons by the rules by which the linker weighs those of the gazetteer. */
export function weighPersons(
  actor: AskedActor,
  persons: readonly PersonRecord[],
  gazetteer: Gazetteer,
): Weighing | undefined {
  const [title] = actor.offices;
  const cluster: Cluster = {
    type: 'person',
    mentions: [],
    surfaces: [...actor.names],
    roles: actor.offices.map((office) => readRole(office, gazetteer)),
    ...(title === undefined ? {} : { title }),
  };
  const readings = actor.texts.map((text) => readRole(text, gazetteer));
  const states = new Set(readings.flatMap((reading) => reading.states));
  const classes = new Set(readings.flatMap((reading) => reading.classes));
  for (const role of cluster.roles) for (const state of role.states) states.add(state);
  const { best, second, judgement, reason } = decidePerson(
    cluster,
    { ...gazetteer, persons: { personsNear: () => persons } },
    { persons: [], things: [] },
    { states, classes, organisations: [], ...(actor.date === undefined ? {} : { date: actor.date }) },
  );
  if (best?.person.qid === undefined) return undefined;
  return {
    best: { qid: best.person.qid, label: best.person.label, score: best.score },
    ...(second?.person.qid === undefined
      ? {}
      : { second: { qid: second.person.qid, label: second.person.label, score: second.score } }),
    isGood: judgement === 'linked',
    evidence: [...best.evidence, ...(reason === '' ? [] : [reason])],
  };
}

/** An item that is no person, with what tells it from its namesakes. */
export interface NamedItem {
  readonly qid: string;
  readonly names: readonly string[];
  readonly description: string;
  /** ISO codes of the states to which it belongs (P17), as far as they are known. */
  readonly countries: readonly string[];
  /** Whether it lies somewhere (P625): a place. */
  readonly isPlace: boolean;
}

/** What the same name counts where nothing else is known; a person has to look. */
const SAME_NAME = 0.7;
const OTHER_NAME = 0.4;
/** What speaks for or against an item besides: its state, named in the articles or not, and its kind. */
const STATE_NAMED = 0.1;
const STATE_NOT_NAMED = -0.1;
const OTHER_KIND = -0.15;

/** Weighs organisations, places and the like by name, state and kind; the service's order decides between equals. */
export function weighItems(
  actor: AskedActor,
  items: readonly NamedItem[],
  gazetteer: Gazetteer,
): Weighing | undefined {
  const wanted = new Set(actor.names.map(foldName));
  const spoken = new Set(actor.texts.flatMap((text) => readRole(text, gazetteer).states));
  const weighed = items.map((item) => weighItem(actor, item, wanted, spoken));
  const [best, second] = weighed.sort((left, right) => right.score - left.score);
  if (best === undefined) return undefined;
  return {
    best,
    ...(second === undefined ? {} : { second }),
    isGood: false,
    evidence: best.evidence,
  };
}

function weighItem(
  { type }: AskedActor,
  item: NamedItem,
  wanted: ReadonlySet<string>,
  spoken: ReadonlySet<string>,
): WeighedCandidate & { readonly evidence: readonly string[] } {
  const isNamed = item.names.some((name) => wanted.has(foldName(name)));
  const isNear = item.countries.some((country) => spoken.has(country));
  const isFar = item.countries.length > 0 && spoken.size > 0 && !isNear;
  const isOfOtherKind = type === 'place' && !item.isPlace;
  const evidence = [
    isNamed ? 'the same name' : 'another name',
    ...(isNear ? ['of a state that the article names'] : []),
    ...(isFar ? ['of a state that the article does not name'] : []),
    ...(isOfOtherKind ? ['no place'] : []),
    ...(item.description === '' ? [] : [item.description]),
  ];
  const score =
    (isNamed ? SAME_NAME : OTHER_NAME) +
    (isNear ? STATE_NAMED : isFar ? STATE_NOT_NAMED : 0) +
    (isOfOtherKind ? OTHER_KIND : 0);
  return { qid: item.qid, label: item.names[0] ?? item.qid, score, evidence };
}
