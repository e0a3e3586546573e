import type { Table } from '../table.ts';

/** One row per article. */
export const ARTICLES: Table = {
  name: 'articles',
  title: 'Articles',
  description: 'One row per article that was read, with the hash of the text to which all offsets belong.',
  key: 'article',
  columns: [
    {
      name: 'article',
      type: 'iri',
      required: true,
      description: 'The article: an IRI made from the first 16 digits of its text’s hash.',
    },
    {
      name: 'article_id',
      type: 'string',
      required: true,
      description: 'The article’s name in the collection it came from.',
    },
    {
      name: 'headline',
      type: 'string',
      description: 'The headline; empty where the dataset withholds the texts.',
    },
    { name: 'outlet', type: 'iri', references: 'actors', description: 'The outlet that published it.' },
    {
      name: 'outlet_label',
      type: 'string',
      lookup: { by: 'outlet', table: 'actors', column: 'label' },
      description: 'The outlet’s name.',
    },
    { name: 'published_on', type: 'date', description: 'The day of publication.' },
    { name: 'url', type: 'string', description: 'Where it stood.' },
    { name: 'language', type: 'string', description: 'The language as a BCP 47 tag.' },
    {
      name: 'sha256',
      type: 'string',
      required: true,
      description: 'SHA-256 of the text in UTF-8, hexadecimal.',
    },
    {
      name: 'text_length',
      type: 'integer',
      required: true,
      description: 'Length of the text in UTF-16 code units.',
    },
    {
      name: 'claims',
      type: 'integer',
      counts: 'apart',
      required: true,
      description: 'Claims from the article.',
    },
  ],
};
