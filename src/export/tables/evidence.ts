import type { Table } from '../table.ts';

/** One row per stretch of evidence. */
export const EVIDENCE: Table = {
  name: 'evidence',
  title: 'Evidence',
  description:
    'One row per fragment of a claim’s evidence: an exact slice of the article’s text, never repaired.',
  key: '',
  columns: [
    { name: 'claim', type: 'iri', required: true, references: 'claims', description: 'The claim.' },
    { name: 'article', type: 'iri', required: true, references: 'articles', description: 'The article.' },
    {
      name: 'article_id',
      type: 'string',
      required: true,
      description: 'The article’s name in the collection it came from.',
    },
    {
      name: 'start',
      type: 'integer',
      required: true,
      description: 'Where the fragment begins, in UTF-16 code units from 0.',
    },
    { name: 'end', type: 'integer', required: true, description: 'Where it ends, exclusive.' },
    {
      name: 'words',
      type: 'string',
      description: 'The words, verbatim; empty where the dataset withholds the text.',
    },
    {
      name: 'words_sha256',
      type: 'string',
      required: true,
      description: 'SHA-256 of the words in UTF-8, hexadecimal: whoever holds the article can check them.',
    },
  ],
};
