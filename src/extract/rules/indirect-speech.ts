import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { clauseRange, cutContent } from '../complement.ts';
import { dependentsOf, headOf } from '../dependents.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import { isPunctuation } from '../token-range.ts';
import { holesOf, takesClause, withInterruptedPart, zoneOf } from '../host-clause.ts';
import type { WordCue } from '../word-cue.ts';

/** “Baku warned that …”, “she believes peace is near”: a clause that depends on the reporting verb. */
export const indirectSpeech: AttributionRule = {
  name: 'indirect-speech',
  find: ({ text, verbs }: Reading) =>
    verbs
      .filter((cue) => takesClause(cue) || cue.entry.complements.has('that-only'))
      .flatMap((cue) => readDependentClause(text, cue, verbs) ?? []),
};

/** “The talks, Cairo said, would resume on Monday.”: the report is put in between or at the end. */
export const parenthesis: AttributionRule = {
  name: 'parenthesis',
  find: ({ text, verbs }: Reading) =>
    verbs.filter(takesClause).flatMap((cue) => readHostClause(text, cue) ?? []),
};

function readDependentClause(
  text: AnnotatedText,
  cue: WordCue,
  verbs: readonly WordCue[],
): Finding | undefined {
  const clause = findClause(text, cue);
  if (clause === undefined || isAside(text, verbs, clause) || (!takesClause(cue) && !hasThat(text, clause)))
    return undefined;
  const range = clauseRange(text, clause, cue);
  if (range === undefined) return undefined;
  const first = clause.relation === 'xcomp' ? Math.min(range.first, cue.range.end) : range.first;
  const whole = withInterruptedPart(text, { first, end: range.end }, cue);
  return findingOf('indirect-speech', cue, cutContent(text, whole, [zoneOf(cue)]), 1);
}

/** “Belgrade will never recognise Kosovo, | Vucic said on Saturday”: not what Belgrade recognises. */
function isAside(text: AnnotatedText, verbs: readonly WordCue[], clause: Token): boolean {
  const aside = verbs.find(({ token }) => token === clause);
  if (aside?.source === undefined || aside.entry.kind !== 'speech') return false;
  const before = text.tokens[aside.source.first - 1];
  return before?.form === ',' && !dependentsOf(text, clause).some(({ relation }) => relation === 'ccomp');
}

/** “finds that …” reports, “finds it hard” does not. */
function hasThat(text: AnnotatedText, clause: Token): boolean {
  return dependentsOf(text, clause).some((child) => child.relation === 'mark' && child.form === 'that');
}

function findClause(text: AnnotatedText, cue: WordCue): Token | undefined {
  const clauses = dependentsOf(text, cue.token).filter((child) => child.relation === 'ccomp');
  return (
    clauses.find((child) => child.index > cue.token.index) ?? clauses[0] ?? findFiniteComplement(text, cue)
  );
}

/** “has long argued the rebels are a threat”: the tree takes the subject for an object, but the verb is finite. */
function findFiniteComplement(text: AnnotatedText, cue: WordCue): Token | undefined {
  const after = dependentsOf(text, cue.token).filter(({ index }) => index >= cue.range.end);
  const [object, clause] = [
    after.find(({ relation }) => relation === 'obj'),
    after.find(({ relation }) => relation === 'xcomp'),
  ];
  if (object === undefined || clause === undefined || object.index > clause.index) return undefined;
  const finite = [clause, ...dependentsOf(text, clause)].some(
    ({ xpos, index }) => /^(?:VB[DPZ]|MD)$/u.test(xpos) && index > object.index,
  );
  return finite ? clause : undefined;
}

function readHostClause(text: AnnotatedText, cue: WordCue): Finding | undefined {
  if (cue.token.relation !== 'parataxis' || cue.entry.kind === 'act' || cue.mood !== 'told') return undefined;
  const host = headOf(text, cue.token);
  if (host === undefined || !isSetOff(text, cue)) return undefined;
  const range = clauseRange(text, host, cue);
  if (range === undefined) return undefined;
  const last = range.end <= cue.range.first || range.first >= cue.range.end;
  const whole = withInterruptedPart(text, range, cue);
  return findingOf('parenthesis', cue, cutContent(text, whole, holesOf(cue)), last ? 1 : 0.9);
}

/** A parenthesis has a comma, a dash or a quotation mark before it, or opens its sentence. */
function isSetOff(text: AnnotatedText, cue: WordCue): boolean {
  const { first } = zoneOf(cue);
  const before = text.tokens[first - 1];
  return before === undefined || before.sentence !== cue.token.sentence || isPunctuation(before);
}
