import type { Table } from '../table.ts';

/** One row per change of position, where the graph holds what was inferred. */
export const CHANGES: Table = {
  name: 'changes',
  title: 'Changes of position',
  description:
    'One row per change: two successive positions of one actor on one issue, or words that say that a position changed. Empty where the graph holds no inferences.',
  key: 'change',
  columns: [
    { name: 'change', type: 'iri', required: true, description: 'The change.' },
    {
      name: 'holder',
      type: 'iri',
      required: true,
      references: 'actors',
      description: 'Who changed position.',
    },
    {
      name: 'holder_label',
      type: 'string',
      lookup: { by: 'holder', table: 'actors', column: 'label' },
      description: 'The holder’s name.',
    },
    { name: 'issue', type: 'iri', references: 'issues', description: 'The issue.' },
    {
      name: 'issue_label',
      type: 'string',
      lookup: { by: 'issue', table: 'issues', column: 'label' },
      description: 'The issue’s name.',
    },
    { name: 'from_position', type: 'iri', references: 'positions', description: 'The position before.' },
    { name: 'to_position', type: 'iri', references: 'positions', description: 'The position after.' },
    { name: 'from_polarity', type: 'integer', description: 'The polarity before.' },
    { name: 'to_polarity', type: 'integer', description: 'The polarity after.' },
    { name: 'changed_on', type: 'string', description: 'When the change shows (EDTF).' },
    {
      name: 'basis',
      type: 'concept',
      description: 'Whether polarities turned or the text says that the position changed.',
    },
    {
      name: 'stated_by',
      type: 'iri-list',
      required: true,
      description: 'Claims whose words say that the position changed.',
    },
  ],
};
