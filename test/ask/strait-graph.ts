import { instancePrefixes } from '../../src/rdf/iris.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import type { ClaimStore } from '../../src/store/claim-store.ts';

/** IRI, label, type, Wikidata item. */
const ACTORS = [
  ['Q43', 'Turkey', 'dip:State', 'Q43'],
  ['Q41', 'Greece', 'dip:State', 'Q41'],
  ['Q30', 'United States', 'dip:State', 'Q30'],
  ['Q145', 'United Kingdom', 'dip:State', 'Q145'],
  ['Q668', 'India', 'dip:State', 'Q668'],
  ['Q458', 'European Union', 'schema:Organization', 'Q458'],
  ['a1-e1', 'Amnesty International', 'schema:Organization', ''],
  ['a1-e2', 'Josep Borrell', 'schema:Person', ''],
  ['a1-e3', 'Ned Price', 'schema:Person', ''],
  ['a2-e3', 'Ned Price', 'schema:Person', ''],
  ['a1-e4', 'Erdoğan', 'schema:Person', ''],
  ['a1-e5', 'Narendra Modi', 'schema:Person', ''],
  ['a1-e6', 'Lalit Modi', 'schema:Person', ''],
  ['a1-e7', 'Imran Khan', 'schema:Person', ''],
  ['a1-e8', 'Sadiq Khan', 'schema:Person', ''],
  ['reuters', 'Reuters', 'dip:Outlet', ''],
  ['kathimerini', 'Kathimerini', 'dip:Outlet', ''],
] as const;

/** id, label, proposition. */
const ISSUES = [
  ['canal', 'Istanbul canal', 'Turkey builds a second waterway beside the Bosporus'],
  ['casus', 'Twelve-mile limit', 'Greece extends its territorial waters in the Aegean to twelve miles'],
  ['arms', 'Arms embargo on Turkey', 'The European Union imposes an arms embargo on Turkey'],
  ['climate', 'Climate change levy', 'The United Kingdom taxes carbon emissions at its border'],
  ['brexit', 'Brexit', 'The United Kingdom leaves the European Union'],
  ['kashmir', 'Plebiscite in Kashmir', 'The people of Kashmir vote on their future'],
  ['accord', 'Prespa agreement', 'The 2018 Prespa agreement is kept in force'],
  ['talks', 'Peace talks with the Taliban', 'The government negotiates with the Taliban'],
] as const;

/** Who says something, and how often: of a name's bearers the one who says most is meant. */
const CLAIMS: readonly (readonly [string, number])[] = [
  ...ACTORS.map(([id]) => [id, 1] as const),
  ['a1-e5', 9],
];

/** A graph of names, for questions on straits, levies and embargoes. */
export function openStrait(): ClaimStore {
  const prefixes = Object.entries(instancePrefixes())
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
    .join('');
  const actors = ACTORS.map(
    ([id, label, type, qid]) =>
      `actor:${id} a dip:Actor, ${type} ; skos:prefLabel "${label}" ${qid === '' ? '' : `; schema:sameAs wd:${qid}`} .`,
  );
  const issues = ISSUES.map(
    ([id, label, proposition]) =>
      `issue:${id} a dip:Issue ; skos:prefLabel "${label}" ; dip:proposition "${proposition}" .`,
  );
  const claims = CLAIMS.flatMap(([id, number], place) =>
    Array.from(
      { length: number },
      (_, index) => `claim:${place}-${index} a dip:Claim ; dip:holder actor:${id} .`,
    ),
  );
  const office = `membership:1 a org:Membership ; org:member actor:a1-e5 ; org:organization actor:Q668 ; dip:office "Indian prime minister" .`;
  const trig = [...actors, ...issues, ...claims, office].join('\n');
  return createClaimStore(parseTurtleFamily(prefixes + trig, { format: 'trig', where: 'strait' }));
}
