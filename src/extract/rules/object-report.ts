import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import { namesActor } from '../actor-nouns.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, objectRange } from '../complement.ts';
import { collectSubtree, complementsOf, dependentsOf, findDependent } from '../dependents.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import { isMistakenPlural } from '../mistaken-tags.ts';
import { isTime } from '../time-words.ts';
import { readSourcePhrase, scanPhraseLeft } from '../source-phrase.ts';
import { hullOf, type TokenRange } from '../token-range.ts';
import type { WordCue } from '../word-cue.ts';

/** “rejected the plan”, “called for a truce”, “withdrew from the treaty”: an object or phrase is the content. */
export const objectReport: AttributionRule = {
  name: 'object-report',
  find: ({ text, verbs }: Reading) =>
    verbs
      .filter((cue) => cue.entry.kind !== 'act' && isTold(cue))
      .flatMap((cue) => attribute(text, cue, 'object-report') ?? []),
};

/** “Manila banned the ships from its ports”: an act of policy, told by the article itself. */
export const reportedAct: AttributionRule = {
  name: 'reported-act',
  find: ({ text, verbs, actorNouns }: Reading) =>
    verbs
      .filter(
        (cue) => cue.entry.kind === 'act' && cue.mood === 'told' && namesActor(text, cue.source, actorNouns),
      )
      .flatMap((cue) => attribute(text, cue, 'reported-act') ?? []),
};

/** “…, calling the pact void” reports; “a party supporting the coalition” describes. */
function isTold(cue: WordCue): boolean {
  const telling = cue.mood === 'participle' && cue.entry.kind === 'speech' && cue.token.xpos === 'VBG';
  return cue.mood === 'told' || telling;
}

function attribute(text: AnnotatedText, cue: WordCue, rule: string): Finding | undefined {
  const { complements } = cue.entry;
  const prepositions = [...complements].flatMap((name) =>
    name.startsWith('obl:') ? [name.slice('obl:'.length)] : [],
  );
  const shaped =
    (complements.has('obj-for') && isBlamed(text, cue)) || (complements.has('obj-as') && isCast(text, cue));
  if (!complements.has('obj') && prepositions.length === 0 && !shaped) return undefined;
  if (cue.source === undefined) return undefined;
  const range = cue.passive
    ? passiveSubject(text, cue)
    : !takesRelative(text, cue) && (hasObject(text, cue) || hasPhrase(text, cue, prepositions))
      ? objectRange(text, cue)
      : relativeObject(text, cue);
  if (range === undefined) return undefined;
  return findingOf(rule, cue, cutContent(text, range, [cue.range, cue.source]), 1);
}

/** “attacked the mayor for his vote”, “thanked them for coming”: a deed; not “attacked the port for the third time”. */
function isBlamed(text: AnnotatedText, cue: WordCue): boolean {
  return phrasesWith(text, cue, 'for').some(
    (child) =>
      child.xpos === 'VBG' || dependentsOf(text, child).some(({ relation }) => relation === 'nmod:poss'),
  );
}

/** “cast the vote as a test”, “sees the plan as a threat” */
function isCast(text: AnnotatedText, cue: WordCue): boolean {
  return phrasesWith(text, cue, 'as').length > 0;
}

function phrasesWith(text: AnnotatedText, cue: WordCue, preposition: string): readonly Token[] {
  return complementsOf(text, cue.token, cue.range.end)
    .flatMap((child) => [child, ...dependentsOf(text, child)])
    .filter((child) =>
      dependentsOf(text, child).some(
        (mark) => /^(?:case|mark)$/u.test(mark.relation) && mark.form === preposition,
      ),
    );
}

/** “The operation was condemned by members of the bloc”: the subject is what is condemned. */
function passiveSubject(text: AnnotatedText, cue: WordCue): TokenRange | undefined {
  const subject = findDependent(text, cue.token, ['nsubj:pass', 'nsubj']);
  if (subject === undefined) return undefined;
  if (!/^(?:which|that|who)$/iu.test(subject.form)) return hullOf(collectSubtree(text, subject));
  // “the raid, which was approved by the council”
  const head = cue.token.relation === 'acl:relcl' ? text.tokens[cue.token.head] : undefined;
  if (head !== undefined) return readSourcePhrase(text, head, cue.range);
  const end = text.tokens[subject.index - 1]?.form === ',' ? subject.index - 1 : subject.index;
  return scanPhraseLeft(text, end, text.sentences[subject.sentence]?.firstToken ?? 0);
}

/** “The plan, which Manila rejects, foresees …”: what is rejected stands before, whatever the tree finds behind. */
function takesRelative(text: AnnotatedText, cue: WordCue): boolean {
  return dependentsOf(text, cue.token).some(
    ({ relation, index, form }) =>
      relation === 'obj' && index < cue.token.index && /^(?:which|that|whom)$/iu.test(form),
  );
}

/** “independence for the province, which Belgrade rejects”: the noun before the clause is what is rejected. */
function relativeObject(text: AnnotatedText, cue: WordCue): TokenRange | undefined {
  const head = text.tokens[cue.token.head];
  const own = findDependent(text, cue.token, ['nsubj']);
  if (cue.token.relation !== 'acl:relcl' || head === undefined || own === undefined) return undefined;
  if (cue.entry.kind === 'act') return undefined;
  if (/^(?:who|which|that)$/iu.test(own.form) || !cue.entry.complements.has('obj')) return undefined;
  return readSourcePhrase(text, head, cue.range);
}

function hasObject(text: AnnotatedText, cue: WordCue): boolean {
  if (!['obj', 'obj-for', 'obj-as'].some((name) => cue.entry.complements.has(name))) return false;
  const fixed = cue.entry.lemma.includes(' ');
  return complementsOf(text, cue.token, cue.range.end).some(
    (child) =>
      /^(?:obj|xcomp)$/u.test(child.relation) ||
      isBareNoun(text, child) ||
      isMistakenPlural(text, child) ||
      (fixed && /^(?:obl|nmod|advcl|ccomp)$/u.test(child.relation)),
  );
}

function hasPhrase(text: AnnotatedText, cue: WordCue, prepositions: readonly string[]): boolean {
  return dependentsOf(text, cue.token).some(
    (child) =>
      child.index >= cue.range.end &&
      /^(?:obl|advcl)$/u.test(child.relation) &&
      dependentsOf(text, child).some((mark) => isOneOf(mark, prepositions)),
  );
}

function isOneOf(mark: Token, prepositions: readonly string[]): boolean {
  return /^(?:case|mark)$/u.test(mark.relation) && prepositions.includes(mark.lemma);
}

/** An object that the tree calls a circumstance: it has no preposition. */
function isBareNoun(text: AnnotatedText, child: Token): boolean {
  if (child.relation !== 'obl' || isTime(child)) return false;
  return !dependentsOf(text, child).some((mark) => mark.relation === 'case');
}
