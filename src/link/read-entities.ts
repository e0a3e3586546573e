import type { EntityType } from '../model/mention.ts';
import type { Gazetteer, PersonRecord, Term, ThingRecord } from './gazetteer.ts';
import { foldName } from './name-key.ts';
import { prominenceOf } from './position-class.ts';
import { readRole } from './read-role.ts';

/** A triple of a parsed entity file, in the shape that RDF/JS terms have. */
export interface EntityTriple {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
}

/** The entities that users describe in `data/entities/*.ttl` or a file of their own. */
export interface UserEntities {
  readonly persons: readonly PersonRecord[];
  readonly things: readonly ThingRecord[];
}

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const SCHEMA = 'https://schema.org/';
const ORG = 'http://www.w3.org/ns/org#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const DIP = 'https://w3id.org/demarche/ontology#';
const WIKIDATA = /^https?:\/\/www\.wikidata\.org\/entity\/(Q\d+)$/;

/** The end of an office that is still held. */
const STILL_HELD = '9999-12-31';

const TYPES: Readonly<Record<string, EntityType>> = {
  [`${SCHEMA}Person`]: 'person',
  [`${DIP}State`]: 'state',
  [`${SCHEMA}Organization`]: 'organisation',
  [`${DIP}Group`]: 'group',
  [`${DIP}Outlet`]: 'outlet',
  [`${SCHEMA}Place`]: 'place',
};

/**
 * Reads parsed triples: `skos:prefLabel`, `skos:altLabel`, `a`, `schema:sameAs wd:Q…`, and offices as
 * `org:hasMembership` nodes with `org:role` (words), `org:organization` (a state or an organisation, by name or IRI),
 * `schema:startDate` and `schema:endDate`. The words of an office are read as those of an article are.
 */
export function readEntities(triples: readonly EntityTriple[], gazetteer: Gazetteer): UserEntities {
  const nodes = new Map<string, Map<string, string[]>>();
  for (const { subject, predicate, object } of triples) {
    const node = nodes.get(subject.value) ?? new Map<string, string[]>();
    nodes.set(subject.value, node);
    node.set(predicate.value, [...(node.get(predicate.value) ?? []), object.value]);
  }
  const persons: PersonRecord[] = [];
  const things: ThingRecord[] = [];
  for (const [iri, node] of nodes) {
    const label = node.get(`${SKOS}prefLabel`)?.[0];
    const type = (node.get(RDF_TYPE) ?? []).flatMap((iri) => TYPES[iri] ?? [])[0];
    if (label === undefined || type === undefined) continue;
    const names = [label, ...(node.get(`${SKOS}altLabel`) ?? [])];
    const qid = (node.get(`${SCHEMA}sameAs`) ?? []).flatMap((same) => WIKIDATA.exec(same)?.[1] ?? [])[0];
    const identity = { iri, label, names, ...(qid === undefined ? {} : { qid }) };
    if (type === 'person') {
      const memberships = (node.get(`${ORG}hasMembership`) ?? []).flatMap((id) => nodes.get(id) ?? []);
      const terms = memberships.flatMap((membership) => readMembership(membership, nodes, gazetteer));
      const organisations = memberships.flatMap((membership) =>
        (membership.get(`${ORG}organization`) ?? []).map((value) => nameOf(value, nodes)),
      );
      const prominence = Math.max(0.1, ...terms.map((term) => prominenceOf(term.roleClass)));
      persons.push({ ...identity, prominence, terms, organisations });
    } else {
      things.push({ ...identity, key: foldName(label), type, country: '', population: 0 });
    }
  }
  return { persons, things };
}

function readMembership(
  membership: ReadonlyMap<string, readonly string[]>,
  nodes: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
  gazetteer: Gazetteer,
): Term[] {
  const words = (membership.get(`${ORG}role`) ?? []).join(', ');
  const body = (membership.get(`${ORG}organization`) ?? []).map((value) => nameOf(value, nodes)).join(', ');
  const role = readRole(`${words}, ${body}`, gazetteer);
  const from = membership.get(`${SCHEMA}startDate`)?.[0] ?? '';
  // Unlike the registers, which were read years ago, an entity file means what it leaves open.
  const to = membership.get(`${SCHEMA}endDate`)?.[0] ?? STILL_HELD;
  return role.classes.map((roleClass) => ({ roleClass, country: role.states[0] ?? '', from, to }));
}

/** An organisation is given by its name, or by the IRI of another entity of the files. */
function nameOf(value: string, nodes: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>): string {
  return nodes.get(value)?.get(`${SKOS}prefLabel`)?.[0] ?? value;
}
