import { citeInWords } from './citation-cff.ts';
import { mediaType } from './dataset-facts.ts';
import type { DatasetFacts } from './dataset-facts.ts';
import { LICENCES } from './dataset-metadata.ts';
import type { Author } from './dataset-metadata.ts';

const SOFTWARE = 'https://w3id.org/demarche';

function authorId({ given, family, orcid }: Author): string {
  return orcid === undefined
    ? `#author-${encodeURIComponent(`${given}-${family}`)}`
    : `https://orcid.org/${orcid}`;
}

function reference(id: string): object {
  return { '@id': id };
}

function institutionId(name: string): string {
  return `#organisation-${encodeURIComponent(name)}`;
}

/** Research Object Crate 1.2: the files, who made them, with which software, under which licence. */
export function describeForRoCrate(facts: DatasetFacts): object {
  const { metadata, files, runs, software, span } = facts;
  const { authors, doi, licence, publisher, published } = metadata;
  const institutions = [...new Set(authors.flatMap(({ affiliation }) => affiliation ?? []))];
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
        name: metadata.title,
        description: metadata.description,
        version: metadata.version,
        license: reference(LICENCES[licence]),
        keywords: metadata.keywords,
        ...(published !== undefined && { datePublished: published }),
        ...(doi !== undefined && { identifier: `https://doi.org/${doi}` }),
        ...(span !== undefined && { temporalCoverage: span.join('/') }),
        ...(authors.length > 0 && { author: authors.map((author) => reference(authorId(author))) }),
        ...(publisher !== '' && { publisher: reference('#publisher') }),
        citation: citeInWords(metadata),
        hasPart: files.map(({ path }) => reference(path)),
        mentions: [reference('#export')],
      },
      ...files.map(({ path, size, sha256 }) => ({
        '@id': path,
        '@type': 'File',
        name: path,
        encodingFormat: mediaType(path),
        contentSize: String(size),
        sha256,
      })),
      {
        '@id': '#export',
        '@type': 'CreateAction',
        name: 'Export of the claim graph as a dataset',
        instrument: reference(SOFTWARE),
        object: runs.map(reference),
        result: reference('./'),
      },
      ...runs.map((run) => ({
        '@id': run,
        '@type': 'CreateAction',
        name: 'Run that derived claims from articles; the RDF names the hash of all that it used',
        instrument: reference(SOFTWARE),
      })),
      {
        '@id': SOFTWARE,
        '@type': 'SoftwareApplication',
        name: 'demarche',
        version: software,
        license: reference('https://www.apache.org/licenses/LICENSE-2.0'),
      },
      { '@id': LICENCES[licence], '@type': 'CreativeWork', name: licence },
      { '@id': 'https://www.apache.org/licenses/LICENSE-2.0', '@type': 'CreativeWork', name: 'Apache-2.0' },
      ...authors.map((author) => ({
        '@id': authorId(author),
        '@type': 'Person',
        name: `${author.given} ${author.family}`,
        givenName: author.given,
        familyName: author.family,
        ...(author.affiliation !== undefined && {
          affiliation: reference(institutionId(author.affiliation)),
        }),
      })),
      ...institutions.map((name) => ({ '@id': institutionId(name), '@type': 'Organization', name })),
      ...(publisher === '' ? [] : [{ '@id': '#publisher', '@type': 'Organization', name: publisher }]),
    ],
  };
}
