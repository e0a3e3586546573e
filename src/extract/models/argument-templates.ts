import { compileTemplates } from '../../learn/feature-templates.ts';

/** What is seen of a token beside a cue, with its place in the array of atoms. */
export const ATOM = {
  always: 0,
  side: 1,
  distance: 2,
  lemma: 3,
  tag: 4,
  relation: 5,
  capitals: 6,
  'lemma-1': 7,
  'lemma+1': 8,
  'lemma-2': 9,
  'tag-1': 10,
  'tag+1': 11,
  'tag+2': 12,
  cueLemma: 13,
  cueTag: 14,
  context: 15,
  quoted: 16,
  sameQuotation: 17,
  where: 18,
  cueQuoted: 19,
  touching: 20,
  verbs: 21,
  pauses: 22,
  edge: 23,
  markBefore: 24,
  markAfter: 25,
  path: 26,
  deepPath: 27,
  branchLemma: 28,
  branchTag: 29,
  via: 30,
  viaTag: 31,
  margin: 32,
  pathBefore: 33,
  pathAfter: 34,
  sameBranch: 35,
  headRelation: 36,
  headTag: 37,
  rule: 38,
  ruleBefore: 39,
  ruleAfter: 40,
  passive: 41,
  hasQuotation: 42,
} as const;

/** Each is a feature: the atoms named together. */
const TEMPLATES = `
  always, distance, side tag, side lemma, distance tag, cueLemma distance, cueLemma side tag, tag quoted
  side quoted where, quoted cueQuoted sameQuotation, side quoted hasQuotation where, quoted cueLemma side
  context distance, context side quoted, context side tag, side lemma-1, side lemma+1, side tag-1, side tag+1
  side tag-1 tag, side tag tag+1, side lemma-2, side tag+2, side lemma touching, side tag touching cueLemma
  side markBefore markAfter, side capitals tag, edge tag, side verbs pauses, side verbs pauses tag
  side verbs cueLemma, side pauses quoted, side verbs context cueTag
  path, deepPath, path cueLemma, path tag, path lemma, path side, path side cueLemma, path side quoted
  path relation, deepPath relation, path passive, path context side, path margin side, path margin tag
  path margin lemma, path branchLemma cueLemma, path branchLemma, path branchTag cueTag, path via side
  path via tag, path via quoted, path via viaTag, path via cueLemma, path pathBefore, path sameBranch tag
  relation headTag side, path relation headRelation, path pathAfter
  rule, rule ruleBefore ruleAfter, rule tag, rule side quoted, rule cueLemma, rule ruleBefore relation
  rule path margin, rule markBefore markAfter side
`
  .trim()
  .split(/(?:,|\n) */u);

/** The templates compiled: they fill an array of features from an array of atoms. */
export const templates = compileTemplates(Object.keys(ATOM), TEMPLATES);
