import { compileTemplates } from '../../learn/feature-templates.ts';

/** What is seen of a candidate of the cue tagger, with its place in the array of atoms. */
export const ATOM = {
  always: 0,
  lower: 1,
  lemma: 2,
  tag: 3,
  suffix3: 4,
  suffix4: 5,
  prefix4: 6,
  capitals: 7,
  'lemma-2': 8,
  'lemma-1': 9,
  'lemma+1': 10,
  'lemma+2': 11,
  'tag-2': 12,
  'tag-1': 13,
  'tag+1': 14,
  'tag+2': 15,
  quoted: 16,
  beside: 17,
  near: 18,
  edge: 19,
  nominal: 20,
  relation: 21,
  headLemma: 22,
  headTag: 23,
  complements: 24,
  subjectTag: 25,
  subjectLemma: 26,
  clause: 27,
  rule: 28,
  ruleSide: 29,
  lexicon: 30,
  siblingClause: 31,
  block: 32,
} as const;

/** Each is a feature: the atoms named together. */
const TEMPLATES = `
  always, lower, lemma, tag, lemma tag, suffix3, suffix4, prefix4, suffix3 tag, capitals tag
  lemma-1, tag-1, lemma+1, tag+1, lemma-2, tag-2, lemma+2, tag+2
  lemma tag-1, lemma tag+1, lemma lemma+1, lemma lemma-1, tag-1 tag tag+1, tag-1 tag, tag tag+1
  lemma+1 lemma+2, tag tag+1 tag+2, lemma+1 tag, lemma-1 tag
  tag quoted, lemma quoted, tag beside, lemma near, tag near, quoted near, edge tag, edge lemma
  lemma nominal, tag nominal, relation, relation tag, relation lemma, headLemma relation, headTag relation
  headLemma relation lemma, lemma complements, tag complements, lemma subjectTag, tag subjectTag
  tag subjectLemma, lemma clause, tag clause, clause subjectTag tag, clause near tag, suffix4 clause
  siblingClause headLemma relation, rule, rule lemma, rule tag, rule ruleSide, rule ruleSide quoted
  lexicon tag, lexicon clause, lexicon rule, lexicon near, lexicon clause subjectTag, lexicon quoted relation
  block tag, block rule, block lexicon
`
  .trim()
  .split(/(?:,|\n) */u);

/** The templates compiled: they fill an array of features from an array of atoms. */
export const templates = compileTemplates(Object.keys(ATOM), TEMPLATES);
