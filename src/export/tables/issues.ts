import type { Table } from '../table.ts';

/** One row per issue, also one on which nothing was said. */
export const ISSUES: Table = {
  name: 'issues',
  title: 'Issues',
  description:
    'One row per issue: a question of policy or fact in one positive sentence, towards which stances are taken.',
  key: 'issue',
  columns: [
    { name: 'issue', type: 'iri', required: true, description: 'The issue.' },
    { name: 'label', type: 'string', required: true, description: 'The issue’s name.' },
    { name: 'proposition', type: 'string', description: 'The sentence that a holder supports or rejects.' },
    { name: 'alternatives', type: 'list', required: true, description: 'Other wordings of the proposition.' },
    {
      name: 'kind',
      type: 'concept',
      values: ['policy', 'fact'],
      description: 'Whether the issue asks what should be done or what is the case.',
    },
    {
      name: 'broader',
      type: 'iri',
      references: 'issues',
      description: 'The issue of which this one is a part.',
    },
    { name: 'wikidata', type: 'qid', description: 'The Wikidata item of the same matter.' },
    { name: 'claims', type: 'integer', counts: 'apart', required: true, description: 'Claims on the issue.' },
    {
      name: 'claims_for',
      type: 'integer',
      counts: 'apart',
      required: true,
      description: 'Claims with polarity 1.',
    },
    {
      name: 'claims_neutral',
      type: 'integer',
      counts: 'apart',
      required: true,
      description: 'Claims with polarity 0.',
    },
    {
      name: 'claims_against',
      type: 'integer',
      counts: 'apart',
      required: true,
      description: 'Claims with polarity -1.',
    },
    {
      name: 'holders',
      type: 'integer',
      counts: 'shared',
      required: true,
      description: 'Different holders of claims on the issue.',
    },
  ],
};
