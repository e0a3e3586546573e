import { namespace } from './namespace.ts';

/** Prefix → namespace IRI: what our files write and our queries may leave undeclared. */
export const PREFIXES = {
  dcterms: 'http://purl.org/dc/terms/',
  dip: 'https://w3id.org/demarche/ontology#',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  wd: 'http://www.wikidata.org/entity/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** The names of the diplomacy ontology, in the order of `ontology/diplomacy.ttl`. */
export const DIPLOMACY_TERMS = [
  'Claim',
  'Issue',
  'IssueKind',
  'Policy',
  'Fact',
  'Pattern',
  'Direction',
  'Pro',
  'Con',
  'issue',
  'proposition',
  'alternative',
  'issueKind',
  'scope',
  'pattern',
  'all',
  'window',
  'direction',
  'blocker',
  'Stance',
  'Stances',
  'supports',
  'conditionallySupports',
  'proposes',
  'requests',
  'asserts',
  'concedes',
  'doubts',
  'criticises',
  'rejects',
  'stance',
  'polarity',
  'Actor',
  'State',
  'Group',
  'Outlet',
  'Voice',
  'articleVoice',
  'unattributed',
  'speaker',
  'holder',
  'onBehalfOf',
  'reportedIn',
  'AttributionStep',
  'attributionStep',
  'position',
  'role',
  'agent',
  'inferred',
  'AttributionRole',
  'Publisher',
  'Speaker',
  'Holder',
  'Principal',
  'cueText',
  'cueSpan',
  'sourceSpan',
  'ReportingKind',
  'reporting',
  'DirectQuotation',
  'IndirectSpeech',
  'MixedQuotation',
  'ArticleVoice',
  'Headline',
  'certainty',
  'Certainty',
  'certain',
  'probable',
  'possible',
  'underspecified',
  'evidence',
  'quotation',
  'condition',
  'conditionSpan',
  'antecedent',
  'textLength',
  'saidOn',
  'dateExpression',
  'dateSpan',
  'reportedOn',
  'Mention',
  'refersTo',
  'mentionKind',
  'office',
  'LinkDecision',
  'decisionOn',
  'judgement',
  'Judgement',
  'Linked',
  'NotLinked',
  'ForReview',
  'score',
  'candidate',
  'runnerUp',
  'runnerUpLabel',
  'runnerUpScore',
  'Run',
  'extractionConfidence',
  'linkConfidence',
  'reason',
  'foundBy',
  'Review',
  'reviewOf',
  'verdict',
  'errorType',
  'Position',
  'heldBy',
  'towards',
  'heldPolarity',
  'heldStance',
  'supportingClaim',
  'dissentingClaim',
  'neutralClaim',
  'ownVoiceClaim',
  'since',
  'lastReported',
  'until',
  'previousPosition',
  'reportCount',
  'articleCount',
  'countsFor',
  'byOffice',
  'representedBy',
  'Report',
  'carriesClaim',
  'nearDuplicateOf',
  'PositionChange',
  'changedFrom',
  'changedTo',
  'changedOn',
  'statedBy',
  'changePhrase',
  'changeBasis',
  'ChangeBasis',
  'StatedInText',
  'TurnOfPolarity',
  'Conflict',
  'Agreement',
  'between',
] as const;

/** The diplomacy ontology (`ontology/diplomacy.ttl`; a test holds the two equal). */
export const dip = namespace(PREFIXES.dip, DIPLOMACY_TERMS);

/** Dublin Core. */
export const dcterms = namespace(PREFIXES.dcterms, ['identifier', 'license']);

/** The Library of Congress's datatype of Extended Date/Time Format literals. */
export const edtf = namespace(PREFIXES.edtf, ['EDTF']);

/** Web Annotation. */
export const oa = namespace(PREFIXES.oa, [
  'SpecificResource',
  'TextPositionSelector',
  'TextQuoteSelector',
  'end',
  'exact',
  'hasSelector',
  'hasSource',
  'start',
]);

/** The organisation ontology. */
export const org = namespace(PREFIXES.org, ['Membership', 'member', 'organization', 'role']);

/** PROV-O. */
export const prov = namespace(PREFIXES.prov, [
  'Activity',
  'Entity',
  'SoftwareAgent',
  'generatedAtTime',
  'startedAtTime',
  'used',
  'wasAssociatedWith',
  'wasDerivedFrom',
  'wasGeneratedBy',
]);

/** RDF 1.2. */
export const rdf = namespace(PREFIXES.rdf, ['reifies', 'type']);

/** RDF Schema. */
export const rdfs = namespace(PREFIXES.rdfs, ['comment', 'isDefinedBy', 'label']);

/** schema.org. */
export const schema = namespace(PREFIXES.schema, [
  'Claim',
  'NewsArticle',
  'Organization',
  'Person',
  'Place',
  'articleBody',
  'datePublished',
  'headline',
  'inLanguage',
  'member',
  'name',
  'publisher',
  'sameAs',
  'sha256',
  'softwareVersion',
  'url',
]);

/** SHACL. */
export const sh = namespace(PREFIXES.sh, [
  'DatatypeConstraintComponent',
  'NodeShape',
  'PropertyShape',
  'datatype',
  'property',
  'targetClass',
  'targetNode',
  'targetObjectsOf',
  'targetSubjectsOf',
]);

/** SKOS. */
export const skos = namespace(PREFIXES.skos, [
  'Concept',
  'altLabel',
  'broader',
  'exactMatch',
  'example',
  'prefLabel',
]);

/** XML Schema datatypes. */
export const xsd = namespace(PREFIXES.xsd, [
  'boolean',
  'date',
  'anyURI',
  'dateTime',
  'decimal',
  'integer',
  'string',
]);
