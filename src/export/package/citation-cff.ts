import { stringify } from 'yaml';
import type { DatasetMetadata } from './dataset-metadata.ts';

/** Citation File Format 1.2.0: how to cite the dataset. Authors who are not given are `anonymous`. */
export function writeCitation(metadata: DatasetMetadata): string {
  const { authors, description, doi, keywords, licence, published, title, version } = metadata;
  return stringify({
    'cff-version': '1.2.0',
    message: 'If you use this dataset, please cite it as below.',
    type: 'dataset',
    title,
    abstract: description,
    version,
    ...(published !== undefined && { 'date-released': published }),
    ...(doi !== undefined && { doi }),
    license: licence,
    ...(keywords.length > 0 && { keywords }),
    authors:
      authors.length === 0
        ? [{ name: 'anonymous' }]
        : authors.map(({ given, family, orcid, affiliation }) => ({
            'family-names': family,
            'given-names': given,
            ...(orcid !== undefined && { orcid: `https://orcid.org/${orcid}` }),
            ...(affiliation !== undefined && { affiliation }),
          })),
  });
}

/** The citation as one line of text. */
export function citeInWords({ authors, doi, published, publisher, title, version }: DatasetMetadata): string {
  const names = authors.map(({ given, family }) => `${family}, ${given}`).join('; ');
  const year = published === undefined ? 'n.d.' : published.slice(0, 4);
  const place = publisher === '' ? '' : ` ${publisher}.`;
  const link = doi === undefined ? '' : ` https://doi.org/${doi}`;
  return `${names === '' ? 'Anonymous' : names} (${year}). ${title} (version ${version}) [data set].${place}${link}`;
}
