import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, quotationRange } from '../complement.ts';
import type { Finding } from '../finding.ts';
import { findingOf } from '../finding-of.ts';
import { isPunctuation, isQuotationMark, type TokenRange } from '../token-range.ts';
import type { WordCue } from '../word-cue.ts';

const PAUSE = /^[,:;.–—-]+$/u;
const MIN_WEIGHT = 0.1;
const LONGEST_ASIDE = 14;
const LONGEST_INVERSION = 3;
const MOST_WORDS_AFTER = 4;

/** “…”, said X. / X said: “…” / “…,” said X, “…”: words in quotation marks beside their speaker. */
export const directQuotation: AttributionRule = {
  name: 'direct-quotation',
  find: ({ text, verbs }: Reading) => {
    const speaking = new Set(verbs.filter(introducesWords).map(({ token }) => token.index));
    return verbs.flatMap((cue) => attribute(text, cue, speaking) ?? []);
  },
};

function attribute(text: AnnotatedText, cue: WordCue, speaking: ReadonlySet<number>): Finding | undefined {
  if (!introducesWords(cue) || cue.token.quotation >= 0) return undefined;
  const zone = zoneOf(text, cue);
  const before = cue.mood === 'participle' ? undefined : quotationBefore(text, zone);
  const after = quotationAfter(text, zone, cue, before !== undefined, speaking);
  const parts = [before, after].flatMap((part) => part ?? []);
  if (parts.length === 0) return undefined;
  const holes = [zone];
  const content = parts.flatMap((part) => cutContent(text, part, holes));
  return findingOf('direct-quotation', cue, content, cue.source === undefined ? 0.6 : 1);
}

/** A verb that takes a clause takes a quotation, if it is told: not “to say”, not “supporting”. */
function introducesWords(cue: WordCue): boolean {
  const { kind, weight, complements } = cue.entry;
  const clausal = complements.has('that') || complements.has('that-only');
  const speaks = clausal && (kind === 'speech' || kind === 'attitude');
  return speaks && weight >= MIN_WEIGHT && cue.mood !== 'supposed';
}

/** Cue and source together, unless another predicate stands between them. */
function zoneOf(text: AnnotatedText, cue: WordCue): TokenRange {
  if (cue.source === undefined) return cue.range;
  const gap =
    cue.source.end <= cue.range.first
      ? text.tokens.slice(cue.source.end, cue.range.first)
      : text.tokens.slice(cue.range.end, cue.source.first);
  const apart = gap.some((token) => /^VB[DPZ]$/u.test(token.xpos) && token.quotation < 0);
  const long = cue.source.first > cue.range.first && gap.length > LONGEST_INVERSION;
  return apart || long ? cue.range : joinRanges(cue.range, cue.source);
}

function joinRanges(left: TokenRange, right: TokenRange): TokenRange {
  return { first: Math.min(left.first, right.first), end: Math.max(left.end, right.end) };
}

/** The quotation that ends where the attribution begins, with the clause that leads into it. */
function quotationBefore(text: AnnotatedText, zone: TokenRange): TokenRange | undefined {
  let index = zone.first - 1;
  const beside = text.tokens[index];
  if (beside !== undefined && /^[,.–—-]+$/u.test(beside.form)) index -= 1;
  const last = text.tokens[index];
  const start = text.tokens[zone.first];
  if (last === undefined || start === undefined || last.quotation < 0) return undefined;
  if (!sameBlock(text, last.sentence, start.sentence)) return undefined;
  if (last.sentence !== start.sentence && !standsAlone(text, zone)) return undefined;
  const range = quotationRange(text, last.quotation);
  if (range === undefined || range.end <= index) return undefined;
  return { first: leadIn(text, range.first), end: index + 1 };
}

/** “Mr Smith said.” as a sentence of its own goes with the quotation before it. */
function standsAlone(text: AnnotatedText, zone: TokenRange): boolean {
  const sentence = text.sentences[text.tokens[zone.first]?.sentence ?? -1];
  if (sentence === undefined || sentence.firstToken !== zone.first) return false;
  const rest = text.tokens.slice(zone.end, sentence.endToken).filter((t) => !isPunctuation(t));
  return rest.length <= MOST_WORDS_AFTER;
}

/** “The plan is a “disaster”, the minister said”: the clause before the quotation belongs to what is said. */
function leadIn(text: AnnotatedText, first: number): number {
  const sentence = text.sentences[text.tokens[first]?.sentence ?? -1];
  const before = text.tokens[first - 1];
  if (sentence === undefined || before === undefined || sentence.firstToken === first) return first;
  if (isPunctuation(before) || before.sentence !== sentence.index) return first;
  return sentence.firstToken;
}

/** The quotation that opens right after the attribution, or after an aside set off by a comma or colon. */
function quotationAfter(
  text: AnnotatedText,
  zone: TokenRange,
  cue: WordCue,
  split: boolean,
  speaking: ReadonlySet<number>,
): TokenRange | undefined {
  let index = zone.end;
  for (let steps = 0; steps < LONGEST_ASIDE; steps += 1, index += 1) {
    const token = text.tokens[index];
    if (token === undefined || !sameBlock(text, token.sentence, cue.token.sentence)) return undefined;
    if (isQuotationMark(token)) break;
    // “The speaker, relaying the news, said: “…””: the quotation belongs to the nearer verb.
    if (speaking.has(index)) return undefined;
    const closes = token.form === '.' || token.form === ';';
    if (closes && !(split && index === zone.end)) return undefined;
  }
  const opening = text.tokens[index];
  if (opening === undefined || opening.quotation < 0) return undefined;
  const range = quotationRange(text, opening.quotation);
  const pause = text.tokens[index - 1];
  const beside = index === zone.end || (pause !== undefined && PAUSE.test(pause.form));
  if (range?.first !== index || !beside || !isClause(text, range, index > zone.end)) return undefined;
  return runsOn(text, range, cue) && !split ? undefined : range;
}

/** “suggested a “land swap””: two or three words without a verb are an object, unless a pause sets them off. */
function isClause(text: AnnotatedText, range: TokenRange, paused: boolean): boolean {
  const words = text.tokens.slice(range.first, range.end).filter((t) => !isPunctuation(t));
  return paused || words.length > 3 || words.some((token) => /^(?:VB[DPZ]|MD)$/u.test(token.xpos));
}

/** “said the “deal” would be signed”: the words after the closing mark belong to the same clause. */
function runsOn(text: AnnotatedText, quotation: TokenRange, cue: WordCue): boolean {
  const sentence = text.sentences[cue.token.sentence];
  const next = text.tokens[quotation.end];
  if (sentence === undefined || next === undefined || quotation.end >= sentence.endToken) return false;
  return !isPunctuation(next) && !/^(?:CC|IN)$/u.test(next.xpos) && cue.entry.complements.has('that');
}

function sameBlock(text: AnnotatedText, left: number, right: number): boolean {
  return text.sentences[left]?.block === text.sentences[right]?.block;
}
