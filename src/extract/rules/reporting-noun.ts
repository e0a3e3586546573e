import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, objectRange } from '../complement.ts';
import { collectSubtree, dependentsOf, findDependent } from '../dependents.ts';
import type { Finding } from '../finding.ts';
import type { ReportingEntry } from '../reporting-lexicon.ts';
import { readSourcePhrase } from '../source-phrase.ts';
import { hullOf, type TokenRange } from '../token-range.ts';
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

function attribute(text: AnnotatedText, noun: Token, entry: ReportingEntry): Finding | undefined {
  const range = nounContent(text, noun, entry);
  if (range === undefined) return undefined;
  const cue = { first: noun.index, end: noun.index + 1 };
  const source = findOwner(text, noun, cue);
  const content = cutContent(text, range, source === undefined ? [cue] : [cue, source]);
  if (content.length === 0 || source === undefined) return undefined;
  return {
    rule: 'reporting-noun',
    source: [source],
    cue: [cue],
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

/** Whose words they are: a possessive, “by X” or “from X”, a demonym or name before the noun, the subject. */
function findOwner(text: AnnotatedText, noun: Token, cue: TokenRange): TokenRange | undefined {
  const owner =
    findDependent(text, noun, ['nmod:poss']) ??
    dependentsOf(text, noun).find((child) => child.relation === 'nmod' && isBy(text, child)) ??
    findDependent(text, noun, ['compound']);
  if (owner === undefined) return undefined;
  const named = owner.relation !== 'compound' || owner.upos === 'PROPN';
  const range = named ? readSourcePhrase(text, owner, cue) : undefined;
  if (range === undefined) return undefined;
  const last = text.tokens[range.end - 1];
  return last?.xpos === 'POS' ? { first: range.first, end: range.end - 1 } : range;
}

function isBy(text: AnnotatedText, child: Token): boolean {
  const marks = dependentsOf(text, child).filter((mark) => mark.relation === 'case');
  return marks.some((mark) => /^(?:by|from)$/u.test(mark.lemma));
}
