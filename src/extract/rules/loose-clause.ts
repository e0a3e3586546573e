import type { AnnotatedText, Sentence, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import { holesOf, takesClause, withInterruptedPart, zoneOf } from '../host-clause.ts';
import { scanPhraseRight } from '../source-phrase.ts';
import { isPunctuation, isQuotationMark, type TokenRange } from '../token-range.ts';
import { isMistakenParticiple } from '../verb-source.ts';
import type { WordCue } from '../word-cue.ts';

/** The clause after the verb where the tree shows none: a poor parse, or words out of order. */
export const looseClause: AttributionRule = {
  name: 'loose-clause',
  find: ({ text, verbs }: Reading) =>
    verbs.flatMap((cue) =>
      takesClause(cue) ? (readFollowingWords(text, cue) ?? []) : (readPlainClause(text, cue) ?? []),
    ),
};

const OPENS_CLAUSE = /^(?:DT|PRP\$?|NN|NNS|NNP|NNPS|EX|CD|JJ|WP|WRB|VBG)$/u;
const SPEECH_ASIDE = /^(?:according|adding|saying|citing|noting|referring)$/iu;
const SHORTEST = 3;
const WITHOUT_THAT = 0.5;
/** A verb that nearly always reports may do without “that”. */
const FAMILIAR = 0.55;
const PLAIN = 0.9;

function readFollowingWords(text: AnnotatedText, cue: WordCue): Finding | undefined {
  const sentence = text.sentences[cue.token.sentence];
  if (sentence === undefined || cue.source === undefined || cue.entry.kind === 'act') return undefined;
  const clauseBefore =
    readWordsAround(text, cue, sentence) ?? readPrecedingWords(text, cue, sentence.firstToken);
  if (clauseBefore !== undefined || cue.token.quotation >= 0) return clauseBefore;
  if (cue.source.first > cue.range.first) return undefined;
  const that = findThat(text, cue.range.end, sentence.endToken);
  const plain = that === undefined ? readPlainClause(text, cue) : undefined;
  if (plain !== undefined) return plain;
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

const REACH = 12;

/** The “that” of the verb itself: in “responded by declaring that …” and “continued to insist that …” it is another's. */
function findThat(text: AnnotatedText, first: number, limit: number): Token | undefined {
  const words = text.tokens.slice(first, Math.min(first + REACH, limit));
  const that = words.find((token) => token.form === 'that' && /^(?:IN|WDT)$/u.test(token.xpos));
  const rival = words.find((token) => token.xpos.startsWith('VB'));
  return that === undefined || (rival !== undefined && rival.index < that.index) ? undefined : that;
}

const FINITE = /^(?:VB[DPZ]|MD)$/u;

/** “The survey found support for the coalition had halved.”: a noun phrase right after the verb and a finite verb right after it. */
function readPlainClause(text: AnnotatedText, cue: WordCue): Finding | undefined {
  const sentence = text.sentences[cue.token.sentence];
  if (sentence === undefined || cue.source === undefined || cue.entry.kind === 'act') return undefined;
  if (!takesClause(cue) && !cue.entry.complements.has('that-only')) return undefined;
  if (cue.mood !== 'told' || cue.passive || cue.source.first > cue.range.first) return undefined;
  const subject = scanSubject(text, cue.range.end, sentence.endToken);
  if (subject === undefined) return undefined;
  const range = { first: cue.range.end, end: endOfSpeech(text, cue, sentence.endToken) };
  return findingOf('loose-clause', cue, cutContent(text, range, holesOf(cue)), PLAIN);
}

const MOST_PHRASES = 3;

/** A noun phrase, with prepositional phrases after it, that a finite verb follows. */
function scanSubject(text: AnnotatedText, first: number, limit: number): TokenRange | undefined {
  let end = first;
  for (let phrases = 0; phrases <= MOST_PHRASES; phrases += 1) {
    const phrase = scanPhraseRight(text, phrases === 0 ? end : end + 1, limit);
    if (phrase === undefined) return undefined;
    end = phrase.end;
    const next = text.tokens[end];
    const verb = next?.upos === 'ADV' ? text.tokens[end + 1] : next;
    if (verb !== undefined && verb.index < limit && FINITE.test(verb.xpos)) return { first, end };
    if (next?.xpos !== 'IN' || next.form === 'that') return undefined;
  }
  return undefined;
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
  if (!isMainClause(text, { first, end: zone.first - 1 })) return undefined;
  const content = cutContent(text, { first, end: zone.first - 1 }, []);
  return findingOf('loose-clause', cue, content, 0.7);
}

const SUBORDINATES = /^(?:IN|WRB|VBG|VBN|TO)$/u;

/** “As in earlier years, the bishop preached …” and “When the talks failed, …”: what goes before is no clause of its own. */
function isMainClause(text: AnnotatedText, { first, end }: TokenRange): boolean {
  const words = text.tokens.slice(first, end);
  const [opener] = words;
  const finite = words.some(({ xpos }) => FINITE.test(xpos));
  const whole = words.every(({ quotation }) => quotation >= 0);
  return (
    whole || (finite && (!SUBORDINATES.test(opener?.xpos ?? '') || words.some(({ form }) => form === ',')))
  );
}
