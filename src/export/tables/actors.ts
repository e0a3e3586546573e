import type { Table } from '../table.ts';
import { ACTOR_TYPES } from './concept-words.ts';

/** One row per actor, and one for each of the two voices that are no actors. */
export const ACTORS: Table = {
  name: 'actors',
  title: 'Actors',
  description:
    'One row per actor: persons, states, organisations, groups, outlets and places that articles refer to. Two rows are no actors but voices: the article’s own, and nobody whom the text names.',
  key: 'actor',
  columns: [
    {
      name: 'actor',
      type: 'iri',
      required: true,
      description:
        'The actor. One who is identified is one actor in all articles; one who is not is an actor of one article.',
    },
    { name: 'label', type: 'string', required: true, description: 'The actor’s name.' },
    { name: 'type', type: 'string', required: true, values: ACTOR_TYPES, description: 'What the actor is.' },
    { name: 'wikidata', type: 'qid', description: 'The actor’s Wikidata item, where identified.' },
    {
      name: 'other_names',
      type: 'list',
      required: true,
      description: 'All names that articles or name lists give the actor.',
    },
    {
      name: 'offices',
      type: 'list',
      required: true,
      description: 'The words of office that articles give the actor.',
    },
    {
      name: 'principals',
      type: 'iri-list',
      required: true,
      description: 'The states or organisations for which the actor holds office.',
    },
    {
      name: 'claims_held',
      type: 'integer',
      counts: 'apart',
      required: true,
      description: 'Claims whose holder the actor is.',
    },
    {
      name: 'claims_spoken',
      type: 'integer',
      counts: 'apart',
      required: true,
      description: 'Claims whose speaker the actor is.',
    },
    {
      name: 'claims_bound',
      type: 'integer',
      counts: 'apart',
      required: true,
      description: 'Claims held on the actor’s behalf.',
    },
    {
      name: 'mentions',
      type: 'integer',
      counts: 'apart',
      required: true,
      description: 'Rows of the table mentions that lead to the actor.',
    },
  ],
};
