import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, objectRange } from '../complement.ts';
import { collectSubtree, dependentsOf, findDependent } from '../dependents.ts';
import { findOwner } from '../find-owner.ts';
import type { Finding } from '../finding.ts';
import type { ReportingEntry } from '../reporting-lexicon.ts';
import { readSourcePhrase } from '../source-phrase.ts';
import { hullOf, rangesMeet, type TokenRange } from '../token-range.ts';
import type { WordCue } from '../word-cue.ts';

/** “the minister's warning that …”, “his refusal to …”, “Oslo's support for …”. */
export const reportingNoun: AttributionRule = {
  name: 'reporting-noun',
  find: ({ text, lexicon }: Reading) =>
    text.tokens.flatMap((token) => {
      if (token.upos !== 'NOUN') return [];
      const entry = lexicon.entries.noun.get(token.lemma.toLowerCase());
      return entry === undefined ? [] : (attribute(text, token, entry) ?? []);
    }),
};

/** “expressed concern about the arrests”, “reiterates its support for the talks”: a verb with a reporting noun. */
export const lightVerbReport: AttributionRule = {
  name: 'light-verb-report',
  find: ({ text, verbs, lexicon }: Reading) =>
    verbs.flatMap((cue) => {
      if (!cue.entry.complements.has('noun') || cue.source === undefined || cue.mood === 'infinitive')
        return [];
      const object = dependentsOf(text, cue.token).find(
        (child) => child.relation === 'obj' && child.index >= cue.range.end,
      );
      const entry = object === undefined ? undefined : lexicon.entries.noun.get(object.lemma);
      if (object === undefined || entry === undefined) return [];
      return withLightVerb(text, cue, object, entry) ?? [];
    }),
};

const LONGEST_CUE = 7;

function withLightVerb(
  text: AnnotatedText,
  cue: WordCue,
  noun: Token,
  entry: ReportingEntry,
): Finding | undefined {
  const range =
    nounContent(text, noun, entry) ?? phraseContent(text, dependentsOf(text, cue.token), noun, entry);
  if (range === undefined || noun.index - cue.range.first > LONGEST_CUE) return undefined;
  const cueRange = { first: cue.range.first, end: noun.index + 1 };
  const whole = { first: range.first, end: Math.max(range.end, objectRange(text, cue)?.end ?? 0) };
  const content = cutContent(text, whole, [cueRange]);
  if (content.length === 0 || cue.source === undefined) return undefined;
  return {
    rule: 'light-verb-report',
    source: [cue.source],
    cue: [cueRange],
    cueToken: cue.token.index,
    cueLemma: `${cue.entry.lemma} ${entry.lemma}`,
    cueKind: cue.entry.kind === 'act' ? 'speech' : cue.entry.kind,
    negated: cue.negated,
    content,
    weight: Math.min(1, entry.weight + 0.2),
  };
}

const MEETS =
  /^(?:attract|bring|draw|earn|elicit|encounter|face|get|have|incur|meet|prompt|provoke|receive|spark|trigger|win)$/u;

/** “The ruling drew praise from farmers.”, “The levy faces opposition from the guilds.”: the subject is what they judge. */
function attributeSubject(text: AnnotatedText, noun: Token, entry: ReportingEntry): Finding | undefined {
  const verb = text.tokens[noun.head];
  if (verb === undefined || noun.relation !== 'obj' || !MEETS.test(verb.lemma)) return undefined;
  const cue = { first: noun.index, end: noun.index + 1 };
  const subject = findDependent(text, verb, ['nsubj']);
  const judge =
    findMarked(text, noun, FROM) ?? findMarked(text, verb, FROM) ?? findMarked(text, noun, /^(?:of|among)$/u);
  const source = judge === undefined ? undefined : readSourcePhrase(text, judge, cue);
  const range = subject === undefined ? undefined : readSourcePhrase(text, subject, cue);
  if (source === undefined || range === undefined || rangesMeet(source, range)) return undefined;
  const content = cutContent(text, range, [cue, source]);
  return content.length === 0 ? undefined : nounFinding(noun, entry, [source], content);
}

const FROM = /^(?:from|by)$/u;

function findMarked(text: AnnotatedText, word: Token, preposition: RegExp): Token | undefined {
  return dependentsOf(text, word).find(
    (child) =>
      /^(?:nmod|obl)/u.test(child.relation) &&
      child.index > word.index &&
      dependentsOf(text, child).some((mark) => mark.relation === 'case' && preposition.test(mark.lemma)),
  );
}

function attribute(text: AnnotatedText, noun: Token, entry: ReportingEntry): Finding | undefined {
  const met = attributeSubject(text, noun, entry);
  if (met !== undefined) return met;
  const range = nounContent(text, noun, entry);
  if (range === undefined) return undefined;
  const cue = { first: noun.index, end: noun.index + 1 };
  // “concern among farmers that …”, but “an agreement among the parties to share power” is nobody's yet.
  const felt = entry.complements.has('that') && !entry.complements.has('to');
  const source = findOwner(text, noun, cue, felt ? /^(?:by|from|among)$/u : undefined);
  const content = cutContent(text, range, source === undefined ? [cue] : [cue, source]);
  if (content.length === 0 || (source === undefined && !exists(text, noun))) return undefined;
  return nounFinding(noun, entry, source === undefined ? [] : [source], content);
}

function nounFinding(
  noun: Token,
  entry: ReportingEntry,
  source: readonly TokenRange[],
  content: readonly TokenRange[],
): Finding {
  return {
    rule: 'reporting-noun',
    source,
    cue: [{ first: noun.index, end: noun.index + 1 }],
    cueToken: noun.index,
    cueLemma: entry.lemma,
    cueKind: 'noun',
    negated: false,
    content,
    weight: entry.weight,
  };
}

/** The clause, infinitive or phrase that the noun governs. */
function nounContent(text: AnnotatedText, noun: Token, entry: ReportingEntry): TokenRange | undefined {
  const beside = neighboursOf(text, noun);
  return phraseContent(text, [...dependentsOf(text, noun), ...beside], noun, entry);
}

/** “understood his refusal to meet them”: a clause right after the noun that the tree hangs under the verb. */
function neighboursOf(text: AnnotatedText, noun: Token): readonly Token[] {
  const head = text.tokens[noun.head];
  if (head === undefined) return [];
  return dependentsOf(text, head).filter(
    (child) =>
      /^(?:advcl|xcomp|ccomp|acl)$/u.test(child.relation) &&
      hullOf(collectSubtree(text, child))?.first === noun.index + 1,
  );
}

function phraseContent(
  text: AnnotatedText,
  children: readonly Token[],
  noun: Token,
  entry: ReportingEntry,
): TokenRange | undefined {
  const content = children.find((child) => child.index > noun.index && isContent(text, child, entry));
  if (content === undefined) return undefined;
  const hull = hullOf(collectSubtree(text, content).filter((index) => index > noun.index));
  const opener = hull === undefined ? undefined : text.tokens[hull.first];
  return hull !== undefined && opener?.form === 'that' ? { first: hull.first + 1, end: hull.end } : hull;
}

const ROW_REACH = 12;

/** Whether a “from” before the phrase has no other end: “from … to …”. */
function opensRow({ tokens, sentences }: AnnotatedText, { index, sentence }: Token): boolean {
  const first = Math.max(sentences[sentence]?.firstToken ?? 0, index - ROW_REACH);
  return tokens.slice(first, index).some(({ form }) => /^from$/iu.test(form));
}

function isContent(text: AnnotatedText, child: Token, entry: ReportingEntry): boolean {
  const marks = dependentsOf(text, child).filter((mark) => mark.index < child.index);
  if (/^(?:acl|ccomp|xcomp|advcl)$/u.test(child.relation)) {
    if (marks.some((mark) => mark.xpos === 'TO')) return entry.complements.has('to');
    return entry.complements.has('that') && marks.some((mark) => mark.form === 'that');
  }
  // “From its ambitions in Syria to its goals at home”: the end of a row is no content of its beginning.
  if (marks.some(({ lemma }) => lemma === 'to') && opensRow(text, child)) return false;
  return (
    /^(?:nmod|obl)$/u.test(child.relation) &&
    marks.some((mark) => mark.relation === 'case' && entry.complements.has(`obl:${mark.lemma}`))
  );
}

/** “There are fears that …”: nobody is named, but somebody has them. */
function exists(text: AnnotatedText, noun: Token): boolean {
  const head = text.tokens[noun.head];
  return [noun, ...(head === undefined ? [] : [head])].some(
    (word) => findDependent(text, word, ['expl'])?.form.toLowerCase() === 'there',
  );
}
