import { compileTemplates } from '../learn/feature-templates.ts';

/**
 * What the parser looks at. s0, s1, s2 are the top of the stack, b0, b1, b2 the front of the buffer; l, r are
 * the leftmost and rightmost dependents, l2, r2 the second ones; w is the word, t the tag, p the suffix, d the
 * relation to the head; v counts dependents; gap0 is the distance from s0 to b0, gap1 from s1 to s0.
 */
export const PARSE_ATOMS: readonly string[] = `
  always s0.w s0.t s0.p s1.w s1.t s1.p s2.w s2.t b0.w b0.t b0.p b1.w b1.t b1.p b2.w b2.t b3.t s0l.w
  s0l.t s0l.d s0r.w s0r.t s0r.d s0l2.t s0l2.d s0r2.t s0r2.d s1l.w s1l.t s1l.d s1r.w s1r.t s1r.d s1r2.d
  b0l.w b0l.t b0l.d b0l2.d s0.lv s0.rv s1.rv b0.lv gap0 gap1 before.t before.w
`
  .trim()
  .split(/\s+/u);

/** Zhang and Nivre’s rich features (2011) for the arc-hybrid system, with suffixes and distances added. */
export const PARSE_TEMPLATES = compileTemplates(
  PARSE_ATOMS,
  `
  always, s0.w s0.t, s0.w, s0.t, s1.w s1.t, s1.w, s1.t, b0.w b0.t, b0.w, b0.t, b1.w b1.t, b1.w, b1.t
  b2.t, s2.t, b2.w, s2.w, s0.p, b0.p, s0.p b0.p, s0.p b0.t, s0.t b0.p, s0.w s0.t b0.w b0.t
  s0.w s0.t b0.w, s0.w b0.w b0.t, s0.w s0.t b0.t, s0.t b0.w b0.t, s0.w b0.w, s0.t b0.t, s0.w b0.t
  s0.t b0.w, s1.w s1.t s0.w s0.t, s1.w s1.t s0.t, s1.t s0.w s0.t, s1.w s0.w, s1.t s0.t, s1.w s0.t
  s1.t s0.w, b0.t b1.t, b0.t b1.t b2.t, b0.t b1.w, b0.w b1.t, b1.t b2.t b3.t, s0.t b0.t b1.t
  s1.t s0.t b0.t, s2.t s1.t s0.t, s1.t s0.t b0.t b1.t, s0.t b0.t b1.t b2.t, s0.w b0.t b1.t
  s1.t s0.t b0.w, s1.t s0.w b0.t, s1.w s0.t b0.t, s1.w b0.w s0.t, s1.w b0.t, s1.t b0.t, s0.t s0l.t b0.t
  s0.t s0r.t b0.t, s1.t s1r.t s0.t, s1.t s1l.t s0.t, s0.t b0.t b0l.t, s1.t s0.t s0l.t, s1.t s0.t s0r.t
  s1.t s0.t b0l.t, s1.t s1r.t b0.t, s0.w s0r.t b0.t, s0.t s0r.w b0.t, s0.t s0r.w b0.w, s0.w s0.lv s0.rv
  s0.t s0.lv s0.rv, s1.w s1.rv, s1.t s1.rv, b0.w b0.lv, b0.t b0.lv, s0.w gap0, s0.t gap0, b0.w gap0
  b0.t gap0, s0.t b0.t gap0, s0.w b0.w gap0, s1.t s0.t gap1, s1.w gap1, s0.t s0l.d, s0.t s0r.d
  s1.t s1l.d, s1.t s1r.d, b0.t b0l.d, s0.w s0l.d s0r.d, s0l.w s0.t, s0r.w s0.t, s1r.w s1.t, b0l.w b0.t
  s0.w s0l.d, s0.w s0r.d, s1.w s1r.d, s1.w s1l.d, b0.w b0l.d, s1l.w s1.t, s0.t s0l.d s0l2.d
  s0.t s0r.d s0r2.d, s1.t s1r.d s1r2.d, b0.t b0l.d b0l2.d, s0.t s0l.t s0l2.t, s0.t s0r.t s0r2.t
  s1.w s1r.d s0.t, s1.w s1l.d s0.t, s0.w s0r.d b0.t, s0.w s0l.d b0.t, s0.t s0l.d b0.t b0l.d
  s1.t s1l.d s1r.d s0.t, s1.t s0.t s0l.d s0r.d, s0.t s0r.d b0.t b1.t, before.t b0.t, before.t b0.t b1.t
  before.w b0.w, before.t s0.t b0.t, s1.t s1r.w s0.w, s2.t s1.t s0.t b0.t, s1.w s0.w b0.t
  s1.t s0.w b0.w
`
    .trim()
    .split(/(?:,|\n) */u),
);
