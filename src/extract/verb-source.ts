import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { dependentsOf, findDependent, headOf } from './dependents.ts';
import { scanForSource } from './scan-source.ts';
import { readSourcePhrase, scanPhraseLeft } from './source-phrase.ts';
import { isTime } from './time-words.ts';
import { isPunctuation, type TokenRange } from './token-range.ts';

const SUBJECT = ['nsubj', 'nsubj:pass', 'nsubj:outer', 'csubj'];
const RELATIVE = /^(?:who|which|that)$/iu;
const CONTROLLED = /^(?:conj|xcomp|advcl|parataxis|ccomp)$/u;
const MAX_CLIMB = 4;

/** Who utters a verb, and whether the tree said so. */
export interface VerbSource {
  readonly range: TokenRange;
  readonly guessed: boolean;
}

/**
 * Whether the verb stands in the passive: “was condemned”; “has rejected” does not, whatever its subject is called, nor
 * does “Venezuela ruled out new elections”, which has an object.
 */
export function isPassive(text: AnnotatedText, verb: Token): boolean {
  const children = dependentsOf(text, verb);
  if (children.some((child) => child.relation === 'aux:pass')) return true;
  const perfect = children.some((child) => child.relation === 'aux' && child.lemma === 'have');
  const object = children.some((child) => child.relation === 'obj' && child.index > verb.index);
  return (
    !perfect &&
    !(object && verb.form.endsWith('ed')) &&
    verb.xpos === 'VBN' &&
    children.some((child) => child.relation === 'nsubj:pass')
  );
}

/** The noun that a verb's subject, or its passive agent, is: the tree's answer. */
export function findSourceHead(text: AnnotatedText, verb: Token): Token | undefined {
  if (isPassive(text, verb)) return findAgent(text, verb);
  const subject = findDependent(text, verb, SUBJECT);
  if (subject !== undefined) return resolveRelative(text, verb, subject);
  return findControllingSubject(text, verb);
}

/** “The operation was condemned by members of the European Union” */
function findAgent(text: AnnotatedText, verb: Token): Token | undefined {
  return dependentsOf(text, verb).find(
    (child) =>
      child.relation.startsWith('obl') &&
      dependentsOf(text, child).some((mark) => mark.relation === 'case' && mark.lemma === 'by'),
  );
}

/** “Trump, who added that …”: the source is Trump. */
function resolveRelative(text: AnnotatedText, verb: Token, subject: Token): Token {
  if (!RELATIVE.test(subject.form) || !verb.relation.startsWith('acl')) return subject;
  return headOf(text, verb) ?? subject;
}

/** The subject that a conjunct or a participle shares: “She thanked Oslo and said …”, “…, adding that …” */
function findControllingSubject(text: AnnotatedText, verb: Token): Token | undefined {
  let current = verb;
  for (let steps = 0; steps < MAX_CLIMB; steps += 1) {
    const head = headOf(text, current);
    if (head === undefined) return undefined;
    if (current.relation.startsWith('acl')) {
      return /^(?:NOUN|PROPN|PRON)$/u.test(head.upos) && verb.xpos !== 'VBN' ? head : undefined;
    }
    if (!CONTROLLED.test(current.relation)) return undefined;
    const object = current.relation === 'xcomp' ? findDependent(text, head, ['obj']) : undefined;
    if (object !== undefined && object.index < current.index) return object;
    const subject = findDependent(text, head, SUBJECT);
    if (subject !== undefined) return resolveRelative(text, head, subject);
    current = head;
  }
  return undefined;
}

/** The tree may hang the verb under its own auxiliary: “has Rejecting”. */
function findAuxiliarySubject(text: AnnotatedText, verb: Token, cue: TokenRange): Token | undefined {
  const auxiliary = headOf(text, verb);
  if (auxiliary === undefined || auxiliary.index < cue.first || auxiliary.index >= cue.end) return undefined;
  return findDependent(text, auxiliary, SUBJECT);
}

function isRelativePronoun(token: Token): boolean {
  return RELATIVE.test(token.form) && /^(?:WP|WDT)$/u.test(token.xpos);
}

/** A source stands in the cue's sentence, and not in a quotation that the cue is outside of. */
function isPlausible(verb: Token, head: Token): boolean {
  return (
    head.sentence === verb.sentence &&
    !isTime(head) &&
    (head.quotation < 0 || head.quotation === verb.quotation)
  );
}

/** “…, the mayor, who added that …” where the tree does not join the clause to its noun. */
function scanAntecedent(text: AnnotatedText, pronoun: Token): TokenRange | undefined {
  const limit = text.sentences[pronoun.sentence]?.firstToken ?? 0;
  const comma = text.tokens[pronoun.index - 1]?.form === ',';
  return scanPhraseLeft(text, comma ? pronoun.index - 1 : pronoun.index, limit);
}

const CONJUNCTION = /^(?:that|because|while|although|whether|and|but)$/iu;
const NAME_PART = /^(?:NN|NNS|NNP|NNPS|JJ|DT|CD|POS|HYPH|PRP\$)$/u;

/**
 * The rest of a name that the tree has split: “Sweden Defense | Minister Pal John said”, ““…,” Armenian | Prime Minister
 * Pashinyan said”. To the right up to the verb, to the left up to a mark or the start of the sentence.
 */
function withWholeName(text: AnnotatedText, range: TokenRange, cue: TokenRange): TokenRange {
  if (range.first >= cue.first || text.tokens[range.end - 1]?.upos === 'PRON') return range;
  let { first, end } = range;
  while (end < cue.first && isNamePart(text.tokens[end])) end += 1;
  while (isNamePart(text.tokens[first - 1])) first -= 1;
  const before = text.tokens[first - 1];
  const sentence = text.tokens[range.first]?.sentence;
  const bounded =
    before === undefined ||
    before.sentence !== sentence ||
    isPunctuation(before) ||
    CONJUNCTION.test(before.form);
  return {
    first: bounded ? first : range.first,
    end: end === cue.first && text.tokens[end - 1]?.upos === 'PROPN' ? end : range.end,
  };

  function isNamePart(token: Token | undefined): boolean {
    return (
      token !== undefined &&
      (NAME_PART.test(token.xpos) || token.form === '-') &&
      token.sentence === text.tokens[range.first]?.sentence &&
      !isTime(token)
    );
  }
}

/** “Special Representative for Iran Brian Hook”: the office before the name, where the tree has torn it off. */
function withTitle(text: AnnotatedText, range: TokenRange): TokenRange {
  const [office, link] = [text.tokens[range.first - 2], text.tokens[range.first - 1]];
  const name = text.tokens[range.first];
  if (office === undefined || link === undefined || name === undefined) return range;
  const torn =
    /^(?:of|for|to)$/u.test(link.form) &&
    [office, name].every((token) => token.upos === 'PROPN' && token.sentence === link.sentence) &&
    text.tokens[range.end - 1]?.upos === 'PROPN';
  const limit = text.sentences[name.sentence]?.firstToken ?? 0;
  const title = torn ? scanPhraseLeft(text, range.first - 1, limit) : undefined;
  return title === undefined ? range : { first: title.first, end: range.end };
}

/** “The treaty, Moscow complained, had been violated.”: whoever stands alone between the comma and the verb. */
function scanBetweenCommas(text: AnnotatedText, cue: TokenRange): TokenRange | undefined {
  const sentence = text.sentences[text.tokens[cue.first]?.sentence ?? -1];
  if (sentence === undefined || text.tokens[cue.end]?.form !== ',') return undefined;
  const phrase = scanPhraseLeft(text, cue.first, sentence.firstToken);
  if (phrase === undefined || phrase.first <= sentence.firstToken) return undefined;
  return text.tokens[phrase.first - 1]?.form === ',' ? phrase : undefined;
}

/** “rejected the offer, warning that …”: a tagger takes the participle for a noun. */
export function isMistakenParticiple(text: AnnotatedText, token: Token): boolean {
  const [before, that] = [text.tokens[token.index - 1], text.tokens[token.index + 1]];
  return token.xpos === 'NN' && token.form.endsWith('ing') && before?.form === ',' && that?.form === 'that';
}

/** The subject of the nearest verb before it: whoever “rejected the offer” is “warning”. */
function findLastSubject(text: AnnotatedText, participle: Token): Token | undefined {
  const first = text.sentences[participle.sentence]?.firstToken ?? 0;
  return text.tokens
    .slice(first, participle.index)
    .filter(({ xpos, quotation }) => /^VB[DPZN]$/u.test(xpos) && quotation === participle.quotation)
    .toReversed()
    .flatMap((verb) => findDependent(text, verb, ['nsubj']) ?? [])
    .find(({ form }) => !RELATIVE.test(form));
}

/** “…; Musa Diallo, the head of the militia, praised the coup”: the tree gives the verb the subject of another clause. */
function scanAfterSemicolon(text: AnnotatedText, verb: Token, cue: TokenRange): TokenRange | undefined {
  if (verb.relation !== 'conj' || isPassive(text, verb) || !/^VB[DPZ]$/u.test(verb.xpos)) return undefined;
  if (findDependent(text, verb, SUBJECT) !== undefined) return undefined;
  const head = headOf(text, verb)?.index ?? verb.index;
  const stop = text.tokens
    .slice(head, verb.index)
    .findLast(({ form, quotation }) => form === ';' && quotation === verb.quotation);
  const range = stop === undefined ? undefined : scanForSource(text, verb, cue);
  return stop !== undefined && range !== undefined && range.first > stop.index ? range : undefined;
}

/** Who utters the verb: by the tree, by the tags where the tree names nobody. */
export function findVerbSource(text: AnnotatedText, verb: Token, cue: TokenRange): VerbSource | undefined {
  const between = scanBetweenCommas(text, cue);
  if (between !== undefined) return { range: between, guessed: false };
  const own = scanAfterSemicolon(text, verb, cue);
  if (own !== undefined) return { range: own, guessed: true };
  const head = isMistakenParticiple(text, verb)
    ? findLastSubject(text, verb)
    : (findSourceHead(text, verb) ?? findAuxiliarySubject(text, verb, cue));
  if (head !== undefined && isPlausible(verb, head)) {
    const range = isRelativePronoun(head) ? scanAntecedent(text, head) : readSourcePhrase(text, head, cue);
    if (range !== undefined)
      return { range: withTitle(text, withWholeName(text, range, cue)), guessed: false };
  }
  const finite = /^(?:VB[DPZ]?|NNS)$/u.test(verb.xpos) || cue.end - cue.first > 1;
  if (isPassive(text, verb) || !finite) return undefined;
  const range = scanForSource(text, verb, cue);
  return range === undefined ? undefined : { range, guessed: true };
}
