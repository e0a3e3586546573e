import type { AnnotatedText, Sentence, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { clauseRange, cutContent } from '../complement.ts';
import { dependentsOf, headOf } from '../dependents.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import { isPunctuation, isQuotationMark, type TokenRange } from '../token-range.ts';
import { isMistakenParticiple } from '../verb-source.ts';
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

/** The clause after the verb where the tree shows none: a poor parse, or words out of order. */
export const looseClause: AttributionRule = {
  name: 'loose-clause',
  find: ({ text, verbs }: Reading) =>
    verbs.filter(takesClause).flatMap((cue) => readFollowingWords(text, cue) ?? []),
};

function takesClause(cue: WordCue): boolean {
  return cue.entry.complements.has('that');
}

function holesOf(cue: WordCue): readonly TokenRange[] {
  return cue.source === undefined ? [cue.range] : [cue.range, cue.source];
}

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

function zoneOf(cue: WordCue): TokenRange {
  const { range, source = range } = cue;
  return { first: Math.min(source.first, range.first), end: Math.max(source.end, range.end) };
}

/** “The sanctions, Tehran argued, punish ordinary people.”: the subject stands before the report. */
function withInterruptedPart(text: AnnotatedText, range: TokenRange, cue: WordCue): TokenRange {
  const zone = zoneOf(cue);
  const sentence = text.sentences[cue.token.sentence];
  const [before, after] = [text.tokens[zone.first - 1], text.tokens[zone.end]];
  if (sentence === undefined || before?.form !== ',' || after?.form !== ',') return range;
  const words = text.tokens.slice(startOfClause(text, sentence.firstToken, zone.first), zone.first - 1);
  const named = words.some((token) => /^(?:NOUN|PROPN|PRON)$/u.test(token.upos));
  const phrase = words.every((token) => !/^(?:VB\w?|MD|IN|RB|CC)$/u.test(token.xpos));
  return named && phrase ? { first: words[0]?.index ?? range.first, end: range.end } : range;
}

/** “Dozens were hurt; the fuel, officials said, caught fire.”: what stands before the semicolon is another clause. */
function startOfClause(text: AnnotatedText, first: number, end: number): number {
  const stop = text.tokens.slice(first, end).findLast(({ form }) => form === ';' || form === ':');
  return stop === undefined ? first : stop.index + 1;
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

const OPENS_CLAUSE = /^(?:DT|PRP\$?|NN|NNS|NNP|NNPS|EX|CD|JJ|WP|WRB|VBG)$/u;
const SPEECH_ASIDE = /^(?:according|adding|saying|citing|noting|referring)$/iu;
const SHORTEST = 3;
const WITHOUT_THAT = 0.5;
/** A verb that nearly always reports may do without “that”. */
const FAMILIAR = 0.55;

function readFollowingWords(text: AnnotatedText, cue: WordCue): Finding | undefined {
  const sentence = text.sentences[cue.token.sentence];
  if (sentence === undefined || cue.source === undefined || cue.entry.kind === 'act') return undefined;
  const clauseBefore =
    readWordsAround(text, cue, sentence) ?? readPrecedingWords(text, cue, sentence.firstToken);
  if (clauseBefore !== undefined || cue.token.quotation >= 0) return clauseBefore;
  if (cue.source.first > cue.range.first) return undefined;
  const that = text.tokens
    .slice(cue.range.end, Math.min(cue.range.end + 12, sentence.endToken))
    .find((token) => token.form === 'that' && /^(?:IN|WDT)$/u.test(token.xpos));
  let first = that === undefined ? cue.range.end : that.index + 1;
  const opener = text.tokens[first];
  if (opener !== undefined && /^[,:]$/u.test(opener.form)) first += 1;
  const start = text.tokens[first];
  const plausible = start !== undefined && (isQuotationMark(start) || OPENS_CLAUSE.test(start.xpos));
  let end = endOfSpeech(text, cue, sentence.endToken);
  for (let index = first + SHORTEST; index < end; index += 1) {
    const aside = text.tokens[index + 1];
    if (text.tokens[index]?.form === ',' && aside !== undefined && SPEECH_ASIDE.test(aside.form)) {
      end = index;
      break;
    }
  }
  const words = text.tokens.slice(first, end);
  const clausal = words.some((token) => /^(?:VB[DPZ]|MD)$/u.test(token.xpos));
  if (!plausible || words.length < SHORTEST || (that === undefined && !clausal)) return undefined;
  if (that === undefined && (cue.entry.kind !== 'speech' || cue.entry.weight < FAMILIAR)) return undefined;
  const content = cutContent(text, { first, end }, holesOf(cue));
  const rule = isMistakenParticiple(text, cue.token) ? 'indirect-speech' : 'loose-clause';
  return findingOf(rule, cue, content, that === undefined ? WITHOUT_THAT : 0.8);
}

/** A report inside a quotation ends with it; any other ends with the clause. */
function endOfSpeech(text: AnnotatedText, cue: WordCue, limit: number): number {
  const stop = text.tokens
    .slice(cue.range.end, limit)
    .find(
      (token) =>
        (token.form === ';' && token.quotation < 0) ||
        (cue.token.quotation >= 0 && token.quotation !== cue.token.quotation),
    );
  return stop?.index ?? limit;
}

/** “The sanctions, Tehran argued, punish ordinary people.” where the tree takes the report for a relative clause. */
function readWordsAround(text: AnnotatedText, cue: WordCue, sentence: Sentence): Finding | undefined {
  if (cue.entry.kind !== 'speech') return undefined;
  const after = { first: zoneOf(cue).end, end: sentence.endToken };
  const whole = withInterruptedPart(text, after, cue);
  if (whole === after || after.end - after.first < SHORTEST) return undefined;
  return findingOf('loose-clause', cue, cutContent(text, whole, [zoneOf(cue)]), 0.7);
}

/** “…, the ministry said.” where the tree does not join the two: what stands before the comma. */
function readPrecedingWords(text: AnnotatedText, cue: WordCue, first: number): Finding | undefined {
  const sentence = text.sentences[cue.token.sentence];
  if (sentence === undefined || cue.source === undefined || cue.entry.kind !== 'speech') {
    return undefined;
  }
  const zone = {
    first: Math.min(cue.source.first, cue.range.first),
    end: Math.max(cue.source.end, cue.range.end),
  };
  const comma = text.tokens[zone.first - 1];
  const rest = text.tokens.slice(zone.end, sentence.endToken).filter((t) => !isPunctuation(t));
  if (comma?.form !== ',' || zone.first - first < SHORTEST + 1 || rest.length > 6) return undefined;
  const content = cutContent(text, { first, end: zone.first - 1 }, []);
  return findingOf('loose-clause', cue, content, 0.7);
}
