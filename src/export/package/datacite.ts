import type { DatasetFacts } from './dataset-facts.ts';
import { mediaType } from './dataset-facts.ts';
import { LICENCES } from './dataset-metadata.ts';
import type { Author } from './dataset-metadata.ts';

/** DataCite's code for a value that is not available. */
const UNAVAILABLE = ':unav';

function describeCreator({ given, family, orcid, affiliation }: Author): object {
  return {
    name: `${family}, ${given}`,
    nameType: 'Personal',
    givenName: given,
    familyName: family,
    ...(orcid !== undefined && {
      nameIdentifiers: [
        {
          nameIdentifier: `https://orcid.org/${orcid}`,
          nameIdentifierScheme: 'ORCID',
          schemeUri: 'https://orcid.org',
        },
      ],
    }),
    ...(affiliation !== undefined && { affiliation: [{ name: affiliation }] }),
  };
}

/** DataCite Metadata Schema 4.5 as JSON; undefined without a day of publication, since the schema demands its year. */
export function describeForDataCite({ metadata, files, span, quoteLimit }: DatasetFacts): object | undefined {
  const { authors, description, doi, keywords, licence, published, publisher, title, version } = metadata;
  if (published === undefined) return undefined;
  return {
    ...(doi !== undefined && { doi }),
    types: { resourceTypeGeneral: 'Dataset', resourceType: 'Dataset' },
    creators: authors.length === 0 ? [{ name: UNAVAILABLE }] : authors.map(describeCreator),
    titles: [{ title }],
    publisher: { name: publisher === '' ? UNAVAILABLE : publisher },
    publicationYear: published.slice(0, 4),
    subjects: keywords.map((subject) => ({ subject })),
    dates: [
      { date: published, dateType: 'Issued' },
      ...(span === undefined
        ? []
        : [
            {
              date: span.join('/'),
              dateType: 'Other',
              dateInformation: 'Days of publication of the articles',
            },
          ]),
    ],
    language: 'en',
    formats: [...new Set(files.map(({ path }) => mediaType(path)))].toSorted(),
    version,
    rightsList: [
      {
        rights: licence,
        rightsUri: LICENCES[licence],
        rightsIdentifier: licence,
        rightsIdentifierScheme: 'SPDX',
        schemeUri: 'https://spdx.org/licenses/',
      },
    ],
    descriptions: [
      { description, descriptionType: 'Abstract' },
      ...(quoteLimit === undefined
        ? []
        : [
            {
              description: 'Published without the articles’ texts: offsets and hashes of all evidence.',
              descriptionType: 'Methods',
            },
          ]),
    ],
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}
