import type { NamedNode, Quad, Quad_Object } from '@rdfjs/types';
import { DEFAULT_BASE, instancePrefixes } from '../../rdf/iris.ts';
import { serialise } from '../../rdf/serialise.ts';
import { namedNode, quad, stringLiteral } from '../../rdf/terms.ts';
import { dip, prov, rdf } from '../../rdf/vocabulary.ts';
import { LICENCES } from '../package/dataset-metadata.ts';
import type { DatasetMetadata } from '../package/dataset-metadata.ts';
import type { PieceWriter } from './graph-files.ts';
import { CODE_PLACEHOLDER, trustyCode } from './trusty-uri.ts';

const NP = 'http://www.nanopub.org/nschema#';
const PUBLICATION_BASE = `${DEFAULT_BASE}np/`;
const DCTERMS = 'http://purl.org/dc/terms/';

/** Properties that say where a claim comes from; all others say what it is. */
const PROVENANCE = new Set(
  [
    dip.evidence,
    dip.cueText,
    dip.cueSpan,
    dip.sourceSpan,
    dip.attributionStep,
    dip.foundBy,
    dip.reason,
    dip.extractionConfidence,
    dip.linkConfidence,
    dip.quotation,
    prov.wasDerivedFrom,
    prov.wasGeneratedBy,
  ].map(({ value }) => value),
);

/** The nanopublication of one claim under a code, or under the placeholder over which the code is computed. */
function publish(claim: readonly Quad[], metadata: DatasetMetadata, code: string): readonly Quad[] {
  const publication = namedNode(PUBLICATION_BASE + code);
  const part = (name: string): NamedNode => namedNode(`${publication.value}#${name}`);
  const [head, assertion, provenance, information] = ['Head', 'assertion', 'provenance', 'pubinfo'].map(part);
  if (
    head === undefined ||
    assertion === undefined ||
    provenance === undefined ||
    information === undefined
  ) {
    return [];
  }
  const say = (graph: NamedNode, predicate: string, object: Quad_Object): Quad =>
    quad(publication, namedNode(predicate), object, graph);
  const creators = metadata.authors.flatMap(({ orcid }) =>
    orcid === undefined ? [] : [`https://orcid.org/${orcid}`],
  );
  return [
    say(head, rdf.type.value, namedNode(`${NP}Nanopublication`)),
    say(head, `${NP}hasAssertion`, assertion),
    say(head, `${NP}hasProvenance`, provenance),
    say(head, `${NP}hasPublicationInfo`, information),
    ...claim.flatMap(({ subject, predicate, object }) => {
      // Nanopublications are RDF 1.1: the triple term is left out, its parts are there.
      if (object.termType === 'Quad' || predicate.termType !== 'NamedNode') return [];
      return [quad(subject, predicate, object, PROVENANCE.has(predicate.value) ? provenance : assertion)];
    }),
    ...claim
      .filter(({ predicate }) => predicate.equals(prov.wasDerivedFrom))
      .map(({ object }) => quad(assertion, prov.wasDerivedFrom, object, provenance)),
    say(information, `${DCTERMS}license`, namedNode(LICENCES[metadata.licence])),
    say(information, `${DCTERMS}isPartOf`, stringLiteral(`${metadata.title}, version ${metadata.version}`)),
    ...creators.map((creator) => say(information, `${DCTERMS}creator`, namedNode(creator))),
  ];
}

/**
 * One nanopublication a claim, as TriG: the claim's content as assertion, where it comes from as provenance,
 * licence and authors as publication info. Each has a Trusty URI, which any change of its content would break.
 */
export function writeNanopublications(metadata: DatasetMetadata): PieceWriter {
  const prefixes = { ...instancePrefixes(), np: NP };
  return {
    head: () =>
      Object.entries(prefixes)
        .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
        .sort()
        .join(''),
    part: function* part(quads) {
      const claims = new Map<string, Quad[]>();
      for (const { subject, predicate, object } of quads) {
        if (predicate.equals(rdf.type) && object.equals(dip.Claim)) claims.set(subject.value, []);
      }
      for (const each of quads) claims.get(each.subject.value)?.push(each);
      for (const [, claim] of [...claims].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
        const code = trustyCode(publish(claim, metadata, CODE_PLACEHOLDER));
        const text = serialise(publish(claim, metadata, code), 'trig', { prefixes });
        yield text.slice(Math.max(0, text.search(/^GRAPH /mu)) - 1);
      }
    },
    foot: () => '',
  };
}
