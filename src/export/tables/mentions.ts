import type { Table } from '../table.ts';

/** One row per mention. */
export const MENTIONS: Table = {
  name: 'mentions',
  title: 'Mentions',
  description: 'One row per place where an article refers to an actor.',
  key: 'mention',
  columns: [
    { name: 'mention', type: 'iri', required: true, description: 'The mention.' },
    { name: 'article', type: 'iri', required: true, references: 'articles', description: 'The article.' },
    {
      name: 'article_id',
      type: 'string',
      required: true,
      description: 'The article’s name in the collection it came from.',
    },
    { name: 'actor', type: 'iri', required: true, references: 'actors', description: 'Who is referred to.' },
    {
      name: 'actor_label',
      type: 'string',
      lookup: { by: 'actor', table: 'actors', column: 'label' },
      description: 'The actor’s name.',
    },
    {
      name: 'kind',
      type: 'string',
      required: true,
      description: 'How the mention refers: name, demonym, office, metonym, group, nominal or pronoun.',
    },
    {
      name: 'start',
      type: 'integer',
      required: true,
      description: 'Where the mention begins, in UTF-16 code units from 0.',
    },
    { name: 'end', type: 'integer', required: true, description: 'Where it ends, exclusive.' },
    {
      name: 'words',
      type: 'string',
      description: 'The words, verbatim; empty where the dataset withholds the text.',
    },
  ],
};
