import type { Table } from '../table.ts';
import { STANCES } from './concept-words.ts';

/** One row per position, where the graph holds what was inferred. */
export const POSITIONS: Table = {
  name: 'positions',
  title: 'Positions',
  description:
    'One row per position: what an actor is reported to hold on an issue over a time, derived from claims that stay as they are. Empty where the graph holds no inferences.',
  key: 'position',
  columns: [
    { name: 'position', type: 'iri', required: true, description: 'The position.' },
    {
      name: 'holder',
      type: 'iri',
      required: true,
      references: 'actors',
      description: 'Whose position it is.',
    },
    {
      name: 'holder_label',
      type: 'string',
      lookup: { by: 'holder', table: 'actors', column: 'label' },
      description: 'The holder’s name.',
    },
    { name: 'issue', type: 'iri', required: true, references: 'issues', description: 'The issue.' },
    {
      name: 'issue_label',
      type: 'string',
      lookup: { by: 'issue', table: 'issues', column: 'label' },
      description: 'The issue’s name.',
    },
    {
      name: 'polarity',
      type: 'integer',
      required: true,
      description: '1 for the proposition, 0 neither, -1 against it.',
    },
    {
      name: 'stance',
      type: 'concept',
      values: STANCES,
      description: 'The stance that most of the supporting reports give.',
    },
    { name: 'since', type: 'string', description: 'The time of the first claim (EDTF).' },
    {
      name: 'until',
      type: 'string',
      description:
        'The time at which the holder’s next position on the issue begins (EDTF); empty while it lasts.',
    },
    { name: 'last_reported', type: 'string', description: 'The time of the last claim (EDTF).' },
    {
      name: 'previous',
      type: 'iri',
      references: 'positions',
      description: 'The position that this one follows.',
    },
    {
      name: 'by_office',
      type: 'boolean',
      description: 'Whether all that supports it was held by others for the holder, by their office.',
    },
    {
      name: 'reports',
      type: 'integer',
      description: 'Independent reports that carry the supporting claims; copies count once.',
    },
    { name: 'articles', type: 'integer', description: 'Articles that carry the supporting claims.' },
    {
      name: 'supporting_claims',
      type: 'iri-list',
      required: true,
      description: 'Claims with the position’s polarity.',
    },
    {
      name: 'dissenting_claims',
      type: 'iri-list',
      required: true,
      description: 'Claims of the same time with another polarity; kept, not decided away.',
    },
  ],
};
