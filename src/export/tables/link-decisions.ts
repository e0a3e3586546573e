import type { Table } from '../table.ts';

/** One row per decision on identity. */
export const LINK_DECISIONS: Table = {
  name: 'link_decisions',
  title: 'Link decisions',
  description:
    'One row per decision on the identity of an actor in an article, with its score and what spoke for it, so that it can be questioned.',
  key: 'decision',
  columns: [
    { name: 'decision', type: 'iri', required: true, description: 'The decision.' },
    { name: 'article', type: 'iri', references: 'articles', description: 'The article.' },
    { name: 'article_id', type: 'string', description: 'The article’s name in the collection it came from.' },
    {
      name: 'actor',
      type: 'iri',
      required: true,
      references: 'actors',
      description: 'The actor decided upon.',
    },
    {
      name: 'actor_label',
      type: 'string',
      lookup: { by: 'actor', table: 'actors', column: 'label' },
      description: 'The actor’s name.',
    },
    {
      name: 'judgement',
      type: 'concept',
      required: true,
      values: ['linked', 'not-linked', 'for-review'],
      description: 'What was decided.',
    },
    { name: 'candidate', type: 'qid', description: 'The best candidate’s Wikidata item.' },
    { name: 'score', type: 'decimal', description: 'The best candidate’s score, 0 to 1.' },
    { name: 'runner_up', type: 'qid', description: 'The second candidate’s Wikidata item.' },
    { name: 'runner_up_label', type: 'string', description: 'The second candidate’s name.' },
    { name: 'runner_up_score', type: 'decimal', description: 'The second candidate’s score, 0 to 1.' },
    { name: 'reasons', type: 'list', required: true, description: 'What spoke for the decision.' },
    { name: 'found_by', type: 'list', required: true, description: 'The method or person that decided.' },
  ],
};
