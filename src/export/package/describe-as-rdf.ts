import type { NamedNode, Quad, Quad_Object } from '@rdfjs/types';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { serialise } from '../../rdf/serialise.ts';
import {
  dateLiteral,
  integerLiteral,
  namedNode,
  quad,
  stringLiteral,
  typedLiteral,
} from '../../rdf/terms.ts';
import { PREFIXES, rdf } from '../../rdf/vocabulary.ts';
import { createRepetitionTest } from '../rdf/project-rdf11.ts';
import { mediaType } from './dataset-facts.ts';
import type { DatasetFacts } from './dataset-facts.ts';
import { LICENCES } from './dataset-metadata.ts';

const DCAT = 'http://www.w3.org/ns/dcat#';
const VOID = 'http://rdfs.org/ns/void#';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const SPDX = 'http://spdx.org/rdf/terms#';
const DCTERMS = PREFIXES.dcterms;

/** What the graph holds, counted. */
export interface GraphCounts {
  readonly triples: number;
  readonly subjects: number;
  readonly predicates: ReadonlyMap<string, number>;
  readonly classes: ReadonlyMap<string, number>;
}

/** Counts a graph part by part: quads, quads by predicate, and, each once, subjects and instances by class. */
export class GraphCounter {
  readonly #repetition = createRepetitionTest();
  readonly #predicates = new Map<string, number>();
  readonly #classes = new Map<string, number>();
  #triples = 0;
  #subjects = 0;

  add(quads: readonly Quad[]): void {
    const met = new Set<string>();
    // A new subject or instance is one that neither this part nor one before has named.
    const isNew = (text: string, subject: string): boolean => {
      if (met.has(text)) return false;
      met.add(text);
      return !this.#repetition.isRepeated(text, subject);
    };
    this.#triples += quads.length;
    for (const { subject, predicate, object } of quads) {
      this.#predicates.set(predicate.value, (this.#predicates.get(predicate.value) ?? 0) + 1);
      if (isNew(subject.value, subject.value)) this.#subjects += 1;
      if (predicate.equals(rdf.type) && isNew(`${subject.value} ${object.value}`, subject.value)) {
        this.#classes.set(object.value, (this.#classes.get(object.value) ?? 0) + 1);
      }
    }
    this.#repetition.endPart();
  }

  counts(): GraphCounts {
    return {
      triples: this.#triples,
      subjects: this.#subjects,
      predicates: this.#predicates,
      classes: this.#classes,
    };
  }
}

function sortByName(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].toSorted(([left], [right]) => compareCodeUnits(left, right));
}

/** VoID and DCAT: the dataset, what its graph holds, and each file as a distribution. As Turtle without blank nodes. */
export function describeAsRdf({ metadata, files, span }: DatasetFacts, counts: GraphCounts): string {
  const dataset = namedNode(
    metadata.doi === undefined ? 'urn:demarche:dataset' : `https://doi.org/${metadata.doi}`,
  );
  const quads: Quad[] = [];
  const say = (subject: NamedNode, predicate: string, ...objects: readonly Quad_Object[]): void => {
    for (const object of objects) quads.push(quad(subject, namedNode(predicate), object));
  };
  const part = (name: string): NamedNode => namedNode(`${dataset.value}#${name}`);
  say(dataset, rdf.type.value, namedNode(`${VOID}Dataset`), namedNode(`${DCAT}Dataset`));
  say(dataset, `${DCTERMS}title`, stringLiteral(metadata.title));
  say(dataset, `${DCTERMS}description`, stringLiteral(metadata.description));
  say(dataset, `${DCTERMS}license`, namedNode(LICENCES[metadata.licence]));
  say(dataset, `${DCAT}version`, stringLiteral(metadata.version));
  say(dataset, `${DCAT}keyword`, ...metadata.keywords.map((word) => stringLiteral(word)));
  for (const [index, { given, family, orcid }] of metadata.authors.entries()) {
    const author =
      orcid === undefined ? part(`author-${index + 1}`) : namedNode(`https://orcid.org/${orcid}`);
    say(dataset, `${DCTERMS}creator`, author);
    say(author, rdf.type.value, namedNode(`${FOAF}Person`));
    say(author, `${FOAF}name`, stringLiteral(`${given} ${family}`));
  }
  if (metadata.publisher !== '') {
    say(dataset, `${DCTERMS}publisher`, part('publisher'));
    say(part('publisher'), rdf.type.value, namedNode(`${FOAF}Organization`));
    say(part('publisher'), `${FOAF}name`, stringLiteral(metadata.publisher));
  }
  if (metadata.published !== undefined) say(dataset, `${DCTERMS}issued`, dateLiteral(metadata.published));
  if (span !== undefined) {
    say(dataset, `${DCTERMS}temporal`, part('period'));
    say(part('period'), rdf.type.value, namedNode(`${DCTERMS}PeriodOfTime`));
    say(part('period'), `${DCAT}startDate`, dateLiteral(span[0]));
    say(part('period'), `${DCAT}endDate`, dateLiteral(span[1]));
  }
  say(
    dataset,
    `${VOID}vocabulary`,
    namedNode(PREFIXES.dip),
    namedNode(PREFIXES.prov),
    namedNode(PREFIXES.oa),
  );
  say(dataset, `${VOID}triples`, integerLiteral(counts.triples));
  say(dataset, `${VOID}distinctSubjects`, integerLiteral(counts.subjects));
  for (const [index, [predicate, number]] of sortByName(counts.predicates).entries()) {
    const node = part(`property-${index + 1}`);
    say(dataset, `${VOID}propertyPartition`, node);
    say(node, `${VOID}property`, namedNode(predicate));
    say(node, `${VOID}triples`, integerLiteral(number));
  }
  for (const [index, [type, number]] of sortByName(counts.classes).entries()) {
    const node = part(`class-${index + 1}`);
    say(dataset, `${VOID}classPartition`, node);
    say(node, `${VOID}class`, namedNode(type));
    say(node, `${VOID}entities`, integerLiteral(number));
  }
  for (const { path, size, sha256 } of files) {
    const node = part(`file-${path}`);
    say(dataset, `${DCAT}distribution`, node);
    say(node, rdf.type.value, namedNode(`${DCAT}Distribution`));
    say(node, `${DCTERMS}title`, stringLiteral(path));
    say(
      node,
      `${DCAT}mediaType`,
      namedNode(`https://www.iana.org/assignments/media-types/${mediaType(path)}`),
    );
    say(node, `${DCAT}byteSize`, typedLiteral(String(size), namedNode(`${PREFIXES.xsd}nonNegativeInteger`)));
    say(node, `${SPDX}checksum`, part(`checksum-${path}`));
    say(part(`checksum-${path}`), `${SPDX}algorithm`, namedNode(`${SPDX}checksumAlgorithm_sha256`));
    say(part(`checksum-${path}`), `${SPDX}checksumValue`, stringLiteral(sha256));
  }
  return serialise(quads, 'turtle', {
    prefixes: { ...PREFIXES, dcat: DCAT, foaf: FOAF, spdx: SPDX, void: VOID },
  });
}
