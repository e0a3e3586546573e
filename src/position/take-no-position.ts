import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { childrenOf } from './climb-tree.ts';
import { mentionsIn } from './index-actors.ts';
import { findGovernor } from './locate-token.ts';

/** “Discussed ways to …”, “citing officials” and “commented on the statement” tell that there was talk, not what was wanted. */
const MERE_TALK =
  /^(?:cite|quote|discuss|comment|comment on|debate|talk about|brief|brief on|address|chat|confer)$/;
/** “Expressed condolences”, “extend our warm wishes”. */
const COURTESY =
  /^(?:condolence|sympathy|wish|congratulation|greeting|thank|thanks|gratitude|regards|felicitation)$/;
/** “Declined to comment”, “would not elaborate”. */
const NO_ANSWER = /^(?:decline|refuse|fail|avoid)\b/;
const ANSWERS = /^(?:comment|elaborate|answer|respond|reply|discuss|specify|confirm|disclose|say)$/;
const KNOWS = /^(?:know|understand|see|learn|hear|find|find out|show|explain|describe|tell|determine)$/;
/** Words that stand for a content without having any: “something”, “whom they did not name”, “to do so”. */
const EMPTY = /^(?:DET|PRON|PART|ADP|AUX|SCONJ|CCONJ|PUNCT|ADV|INTJ|SYM|X)$/;
const LIGHT_VERBS = /^(?:do|be|have|it)$/;
/** A noun by itself names no content, but “condemned the coup” takes a side on it. */
const LEAST_NOUNS = { told: 2, sided: 1 };

function isClause(text: AnnotatedText, content: readonly Token[]): boolean {
  return content.some(
    (token) =>
      /^(?:VERB|ADJ|NOUN|AUX)$/.test(token.upos) &&
      childrenOf(text, token).some(({ relation }) => /^(?:[nc]subj|expl|cop)/.test(relation)),
  );
}

/** Whether the words say nothing by themselves. */
function isEmpty(text: AnnotatedText, content: readonly Token[], isSided: boolean): boolean {
  const telling = content.filter(({ upos, lemma }) => !EMPTY.test(upos) && !LIGHT_VERBS.test(lemma));
  if (telling.length === 0) return true;
  return (
    telling.length < (isSided ? LEAST_NOUNS.sided : LEAST_NOUNS.told) &&
    !isClause(text, content) &&
    telling.every(({ upos }) => upos === 'NOUN' || upos === 'ADJ')
  );
}

/** “Nobody in the EU supports the annexation”: a position that nobody has. */
function isNobody({ text }: LinkedExtraction, { source }: Attribution): boolean {
  const [span] = source;
  return span !== undefined && /^(?:nobody|no one|none|no)\b/iu.test(text.text.slice(span.start, span.end));
}

/** A source that no list knows as an actor: “the treaty”, “air raids”, “measures”. */
function isThing(linked: LinkedExtraction, { source }: Attribution): boolean {
  const [span] = source;
  if (span === undefined) return false;
  const inside = mentionsIn(linked, span);
  return inside.length > 0 && inside.every(({ kind, type }) => kind === 'nominal' && type === 'group');
}

/** “The war is expected to dominate the agenda”: nobody is said to expect it. */
function isNobodysExpectation({ cueLemma = '', source }: Attribution): boolean {
  return source.length === 0 && /^(?:expect|anticipate|believe|think|consider)$/.test(cueLemma);
}

/** “An alliance of 30 countries that support Armenia”: a relative clause that says which ones are meant. */
function describesSource(linked: LinkedExtraction, { cueToken, cueKind, source }: Attribution): boolean {
  const verb = linked.text.tokens[cueToken];
  const [span] = source;
  if (verb?.relation !== 'acl:relcl' || cueKind !== 'attitude' || span === undefined) return false;
  return mentionsIn(linked, span).every(({ kind }) => kind === 'nominal' || kind === 'group');
}

/**
 * Whether an attribution that is about no issue takes no position either: mere talk, courtesies, a content without
 * words of its own, or an act of a thing (“the treaty aims to …”).
 */
export function takesNoPosition(
  linked: LinkedExtraction,
  attribution: Attribution,
  content: readonly Token[],
  { isAboutIssue, isSided }: { readonly isAboutIssue: boolean; readonly isSided: boolean },
): boolean {
  const { text } = linked;
  const { cueKind, cueLemma = '', reporting } = attribution;
  const clause = isClause(text, content);
  if (MERE_TALK.test(cueLemma) && !clause) return true;
  if (isNobody(linked, attribution)) return true;
  // “Asked whether he supports it, he …”: a question that nobody is named for.
  if (/^(?:ask|question)$/.test(cueLemma) && attribution.source.length === 0) return true;
  const governor = findGovernor(text, new Set(content.map(({ index }) => index)));
  if (governor !== undefined && COURTESY.test(governor.lemma.toLowerCase())) return true;
  if (NO_ANSWER.test(cueLemma) && governor !== undefined && ANSWERS.test(governor.lemma)) return true;
  if (isAboutIssue) return false;
  // “He knows how it will look for him”.
  if (KNOWS.test(cueLemma) && /^(?:how|what|why|where|when|who|which)$/i.test(content[0]?.form ?? ''))
    return true;
  if (isNobodysExpectation(attribution) || describesSource(linked, attribution)) return true;
  if (cueKind !== 'none' && reporting !== 'direct' && isEmpty(text, content, isSided)) return true;
  return (
    cueKind !== 'speech' && cueKind !== 'according-to' && cueKind !== 'none' && isThing(linked, attribution)
  );
}
