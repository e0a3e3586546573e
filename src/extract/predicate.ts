import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { dependentsOf } from './dependents.ts';
import type { VerbGroup } from './verb-group.ts';

const PRESCRIBES = /^(?:should|must|ought|shall)$/iu;
const SUPPOSES = /^(?:can|could|may|might|'d)$/iu;

/** How a verb stands: told as done, as done by somebody who is asked or supposed to, or as a bare form. */
export type Mood = 'told' | 'prescribed' | 'supposed' | 'infinitive' | 'participle';

/**
 * The mood of a verb group. “He urged them to reject the plan” does not report that they reject it, nor does “they
 * might reject it”: what is not told is part of somebody else's content.
 */
export function moodOf(text: AnnotatedText, verb: Token, group: VerbGroup): Mood {
  const before = text.tokens.slice(group.range.first, verb.index);
  if (before.some((token) => PRESCRIBES.test(token.form))) return 'prescribed';
  if (before.some((token) => SUPPOSES.test(token.form))) return 'supposed';
  if (before.some((token) => token.form === 'short')) return 'told';
  if (before.some((token) => /^(?:MD|VB[DPZ])$/u.test(token.xpos))) return 'told';
  const marks = dependentsOf(text, verb).filter((child) => child.index < verb.index);
  if (marks.some((child) => child.xpos === 'TO' || /^to$/iu.test(child.form))) return 'infinitive';
  if (text.tokens[group.range.first - 1]?.xpos === 'TO') return 'infinitive';
  if (verb.xpos === 'VBG') return 'participle';
  const hasSubject = marks.some((child) => child.relation.startsWith('nsubj'));
  if (verb.xpos === 'VBN' && !hasSubject && verb.relation !== 'root' && verb.relation !== 'conj') {
    return 'participle';
  }
  return verb.xpos === 'VB' && !hasSubject ? 'infinitive' : 'told';
}
