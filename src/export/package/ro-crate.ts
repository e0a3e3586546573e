import { DATASET_TABLES } from '../dataset-tables.ts';
import { citeInWords } from './citation-cff.ts';
import { mediaType } from './dataset-facts.ts';
import type { DatasetFacts } from './dataset-facts.ts';
import { LICENCES } from './dataset-metadata.ts';
import type { Author } from './dataset-metadata.ts';

const SOFTWARE = 'https://w3id.org/demarche';
const SOFTWARE_LICENCE = 'https://www.apache.org/licenses/LICENSE-2.0';
/** Process Run Crate: what the crate says of the runs of software that made it. */
const PROFILE = 'https://w3id.org/ro/wfrun/process/0.5';
/** The file of the claim graph: what the runs made, and what the tables were made from. */
const GRAPH = 'rdf/graph.trig';
const CHECKSUMS = 'SHA256SUMS';

function authorId({ given, family, orcid }: Author): string {
  return orcid === undefined
    ? `#author-${encodeURIComponent(`${given}-${family}`)}`
    : `https://orcid.org/${orcid}`;
}

function reference(id: string): object {
  return { '@id': id };
}

function organisationId(name: string): string {
  return `#organisation-${encodeURIComponent(name)}`;
}

/** What a file is, for people: a table by its codebook, another file by its path. */
function describeFile(path: string): object {
  const [folder = '', file = ''] = path.split('/');
  const table = DATASET_TABLES.find(({ name }) => file.startsWith(`${name}.`));
  return table === undefined
    ? { name: path }
    : { name: `${table.title} (${folder})`, description: table.description };
}

/** The runs that made claims and the export, as a Process Run Crate tells of them. */
function describeActions({ files, metadata, runs, software }: DatasetFacts): readonly object[] {
  const { authors } = metadata;
  const agent = authors.length > 0 && { agent: authors.map((author) => reference(authorId(author))) };
  const results = files.filter(({ path }) => path !== GRAPH);
  return [
    ...runs.map((run) => ({
      '@id': run,
      '@type': 'CreateAction',
      name: 'Claims read from articles',
      description: 'demarche build; the claim graph names the hash of everything that the run used.',
      instrument: reference(SOFTWARE),
      result: reference(GRAPH),
      ...agent,
    })),
    {
      '@id': '#export',
      '@type': 'CreateAction',
      name: 'Export of the claim graph as a dataset',
      description: 'demarche export dataset; the same graph gives the same bytes.',
      instrument: reference(SOFTWARE),
      object: reference(GRAPH),
      result: results.map(({ path }) => reference(path)),
      ...agent,
    },
    {
      '@id': SOFTWARE,
      '@type': 'SoftwareApplication',
      name: 'demarche',
      url: SOFTWARE,
      softwareVersion: software,
      license: reference(SOFTWARE_LICENCE),
    },
    { '@id': PROFILE, '@type': 'CreativeWork', name: 'Process Run Crate', version: '0.5' },
  ];
}

function describePeople({ authors, publisher }: DatasetFacts['metadata']): readonly object[] {
  const names = [...authors.flatMap(({ affiliation }) => affiliation ?? []), publisher];
  const organisations = [...new Set(names)].filter((name) => name !== '');
  return [
    ...authors.map((author) => ({
      '@id': authorId(author),
      '@type': 'Person',
      name: `${author.given} ${author.family}`,
      givenName: author.given,
      familyName: author.family,
      ...(author.affiliation !== undefined && { affiliation: reference(organisationId(author.affiliation)) }),
    })),
    ...organisations.map((name) => ({ '@id': organisationId(name), '@type': 'Organization', name })),
  ];
}

/** Research Object Crate 1.2: the files, who made them, with which software, under which licence. */
export function describeForRoCrate(facts: DatasetFacts): object {
  const { metadata, files, runs, span } = facts;
  const { authors, doi, licence, publisher, published } = metadata;
  const link = doi === undefined ? undefined : `https://doi.org/${doi}`;
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        about: reference('./'),
        conformsTo: reference('https://w3id.org/ro/crate/1.2'),
      },
      {
        '@id': './',
        '@type': 'Dataset',
        conformsTo: reference(PROFILE),
        name: metadata.title,
        description: metadata.description,
        version: metadata.version,
        license: reference(LICENCES[licence]),
        keywords: metadata.keywords,
        inLanguage: 'en',
        ...(published !== undefined && { datePublished: published }),
        ...(link !== undefined && { identifier: reference(link), 'cite-as': link }),
        ...(span !== undefined && { temporalCoverage: span.join('/') }),
        ...(authors.length > 0 && { author: authors.map((author) => reference(authorId(author))) }),
        ...(publisher !== '' && { publisher: reference(organisationId(publisher)) }),
        creditText: citeInWords(metadata),
        hasPart: [...files.map(({ path }) => path), CHECKSUMS].map(reference),
        mentions: [...runs, '#export'].map(reference),
      },
      ...files.map(({ path, size, sha256 }) => ({
        '@id': path,
        '@type': 'File',
        ...describeFile(path),
        encodingFormat: mediaType(path),
        contentSize: String(size),
        sha256,
      })),
      {
        '@id': CHECKSUMS,
        '@type': 'File',
        name: CHECKSUMS,
        description: 'SHA-256 of every other file.',
        encodingFormat: mediaType(CHECKSUMS),
      },
      ...describeActions(facts),
      {
        '@id': LICENCES[licence],
        '@type': 'CreativeWork',
        name: licence,
        description: `The licence of the dataset; its text is LICENSES/${licence}.txt. It does not cover the articles’ texts.`,
      },
      {
        '@id': SOFTWARE_LICENCE,
        '@type': 'CreativeWork',
        name: 'Apache-2.0',
        description: 'The licence of the software.',
      },
      ...(doi === undefined || link === undefined
        ? []
        : [
            {
              '@id': link,
              '@type': 'PropertyValue',
              propertyID: 'https://registry.identifiers.org/registry/doi',
              value: `doi:${doi}`,
              url: link,
            },
          ]),
      ...describePeople(metadata),
    ],
  };
}
