import type { Table } from '../table.ts';

/** One row per person's judgement of a claim. */
export const REVIEWS: Table = {
  name: 'reviews',
  title: 'Reviews',
  description:
    'One row per person’s judgement of a claim; reviews are added, never changed. Empty where nobody has reviewed.',
  key: '',
  columns: [
    { name: 'review', type: 'iri', required: true, description: 'The review.' },
    {
      name: 'claim',
      type: 'iri',
      required: true,
      references: 'claims',
      description: 'The claim that is judged.',
    },
    { name: 'verdict', type: 'string', description: 'The reviewer’s judgement, in a word.' },
    {
      name: 'error_type',
      type: 'string',
      description: 'What is wrong; one row for each type where there are several.',
    },
    { name: 'reviewer', type: 'iri', description: 'Who judged.' },
    { name: 'reviewed_at', type: 'string', description: 'When.' },
    { name: 'comment', type: 'string', description: 'What the reviewer added.' },
  ],
};
