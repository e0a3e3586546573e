import type { AnnotatedText, Quotation, Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { sliceText, type Span } from '../model/span.ts';
import { tokensOfSpan } from './models/span-tokens.ts';
import { quotationRange } from './complement.ts';
import { isPunctuation } from './token-range.ts';

/**
 * Keeps reports of their own apart: “urged them to wait; | Lagos praised the coup” and “rejected the offer, | warning
 * that …” end the first content where the second report begins. What only says that nothing was said goes.
 */
export function separateReports(
  text: AnnotatedText,
  attributions: readonly Attribution[],
): readonly Attribution[] {
  const reports = attributions
    .filter((attribution) => !isSilence(text, attribution) && !isPronounAlone(text, attribution))
    .map((attribution) => withinQuotation(text, withoutClause(text, attribution)));
  const bySentence = new Map<number, Attribution[]>();
  for (const report of reports) {
    const sentence = sentenceOf(text, report);
    const beside = bySentence.get(sentence);
    if (beside === undefined) bySentence.set(sentence, [report]);
    else beside.push(report);
  }
  return reports.map((report) => cutBefore(text, report, bySentence.get(sentenceOf(text, report)) ?? []));
}

function sentenceOf({ tokens }: AnnotatedText, { cueToken }: Attribution): number {
  return tokens[cueToken]?.sentence ?? -1;
}

const SILENCE = /^(?:not )?to (?:comment\b|be (?:named|identified|quoted)\b)|^comment(?:ing)?\b/iu;
const KEEPS_SILENT = /^(?:decline|refuse|ask|request|want|wish|prefer)$/u;

/** “declined to comment on the raid”, “would not comment on it”, “asked not to be named” */
function isSilence(text: AnnotatedText, { cueLemma = '', cueToken, content, negated }: Attribution): boolean {
  const [first] = content;
  if (/^comment\b/u.test(cueLemma)) {
    const [verb, to] = [text.tokens[cueToken - 2], text.tokens[cueToken - 1]];
    return negated || (to?.form === 'to' && KEEPS_SILENT.test(verb?.lemma ?? ''));
  }
  return first !== undefined && KEEPS_SILENT.test(cueLemma) && SILENCE.test(sliceText(text.text, first));
}

/** “who wants | what” */
function isPronounAlone(text: AnnotatedText, { cue, content }: Attribution): boolean {
  const [only, ...rest] = content;
  if (cue.length === 0 || only === undefined || rest.length > 0) return false;
  return /^(?:what|which|who|whom)$/iu.test(sliceText(text.text, only));
}

const STUMP =
  /,? (?:who \p{L}+$|who (?:asked|declined|refused|requested|wished|preferred|spoke) .*|(?:speaking )?on condition of anonymity.*)/u;

const NAMELESS = /^(?:speaking )?on (?:the )?condition of anonymity\b/u;

/** “A senior official, | who asked not to be named, | said …”: that is no part of the name, nor of the words. */
function withoutClause(text: AnnotatedText, attribution: Attribution): Attribution {
  const source = attribution.source.map(({ start, end }) => {
    const clause = sliceText(text.text, { start, end }).search(STUMP);
    return { start, end: clause > 0 ? start + clause : end };
  });
  const content = attribution.content.filter((span) => !NAMELESS.test(sliceText(text.text, span)));
  return withoutAddressee(text, {
    ...attribution,
    source,
    content: content.length === 0 ? attribution.content : content,
  });
}

const QUOTED = /^["“„«].*["”“»]$/su;
const ADDRESSES = /^(?:tell|inform|remind|assure|ask)$/u;

/** ““…,” the envoy told | his colleagues from the region on Monday”: whom the words are for is none of them. */
function withoutAddressee(text: AnnotatedText, attribution: Attribution): Attribution {
  const { cueLemma = '', cue, content, reporting } = attribution;
  const after = cue[0]?.end ?? Infinity;
  if (!ADDRESSES.test(cueLemma) || reporting === 'indirect') return attribution;
  const isQuoted = (span: Span): boolean => QUOTED.test(sliceText(text.text, span));
  const words = content.filter(
    (span) => isQuoted(span) || span.start <= after || span.start - after > 1 || !isPhrase(text, span),
  );
  const isDirect = words.length < content.length && words.length > 0 && words.every(isQuoted);
  return isDirect ? { ...attribution, content: words, reporting: 'direct' } : attribution;
}

/** Whether a noun governs the span: “his colleagues”, not “to wait” or “they would wait”. */
function isPhrase(text: AnnotatedText, span: Span): boolean {
  const { first, end } = tokensOfSpan(text, span);
  const top = text.tokens
    .slice(first, end)
    .find(({ head, upos }) => upos !== 'PUNCT' && (head < first || head >= end));
  return top !== undefined && /^(?:NOUN|PROPN|PRON)$/u.test(top.upos);
}

/** The last word of a quotation from its cue on. */
function lastWordOf(text: AnnotatedText, { index, end }: Quotation, first: number): Token | undefined {
  for (let last = (quotationRange(text, index)?.end ?? first) - 1; last >= first; last -= 1) {
    const token = text.tokens[last];
    if (token !== undefined && token.end < end && !isPunctuation(token)) return token;
  }
  return undefined;
}

/** ““We will not accept a fait accompli,” | the minister told them”: what a quotation reports ends with it. */
function withinQuotation(text: AnnotatedText, attribution: Attribution): Attribution {
  const quotation = text.quotations[text.tokens[attribution.cueToken]?.quotation ?? -1];
  if (quotation === undefined) return attribution;
  const inner = lastWordOf(text, quotation, attribution.cueToken)?.end ?? quotation.end;
  const content = attribution.content.map(({ start, end }) =>
    start >= quotation.start && start < inner && end > quotation.end ? { start, end: inner } : { start, end },
  );
  return { ...attribution, content };
}

/** Ends a content where another report of its sentence begins. */
function cutBefore(
  text: AnnotatedText,
  attribution: Attribution,
  others: readonly Attribution[],
): Attribution {
  const [cue] = attribution.cue;
  const inner = cue === undefined ? undefined : attribution.content.find(({ start }) => start >= cue.end);
  if (inner === undefined) return attribution;
  const stops = others.flatMap((other) => startOfNext(text, attribution, other) ?? []);
  const also = secondHalf(text, attribution);
  const stop = Math.min(...[...stops, ...also].filter((place) => place > inner.start));
  if (!attribution.content.some(({ end }) => end > stop)) return attribution;
  const content = attribution.content.flatMap((span) => shorten(span, stop) ?? []);
  return content.length === 0 ? attribution : { ...attribution, content };
}

/** “not only rejects the plan | but also questions its author” */
function secondHalf(text: AnnotatedText, { cue, cueToken }: Attribution): readonly number[] {
  const [span] = cue;
  const sentence = text.sentences[text.tokens[cueToken]?.sentence ?? -1];
  if (span === undefined || !/\bnot only\b/iu.test(sliceText(text.text, span))) return [];
  const but = text.tokens.slice(cueToken, sentence?.endToken).find(({ form, index, quotation }) => {
    const follows = form === 'but' && text.tokens[index + 1]?.form === 'also';
    return follows && quotation === text.tokens[cueToken]?.quotation;
  });
  return but === undefined ? [] : [text.tokens[but.index - 1]?.end ?? but.start];
}

function shorten({ start, end }: Span, stop: number): Span | undefined {
  return start >= stop ? undefined : { start, end: Math.min(end, stop) };
}

/** Where the words before another report end, when that report is none of the first speaker's words. */
function startOfNext(text: AnnotatedText, attribution: Attribution, other: Attribution): number | undefined {
  const [cue, otherCue] = [text.tokens[attribution.cueToken], text.tokens[other.cueToken]];
  if (cue === undefined || otherCue === undefined || other === attribution) return undefined;
  if (
    otherCue.index <= cue.index ||
    otherCue.sentence !== cue.sentence ||
    otherCue.quotation !== cue.quotation
  )
    return undefined;
  const mark = text.tokens[otherCue.index - 1];
  const goesOn =
    mark?.form === ',' && otherCue.form.endsWith('ing') && isSame(attribution.source, other.source);
  return goesOn ? mark.start : (relativeBefore(text, other) ?? semicolonBefore(text, cue, other))?.start;
}

/** “proposed a patrol | , which China rejected”: the comma before a clause whose subject is the other report's source. */
function relativeBefore(text: AnnotatedText, { source, cueToken }: Attribution): Token | undefined {
  const [first] = source;
  const sentence = text.sentences[text.tokens[cueToken]?.sentence ?? -1];
  if (first === undefined || sentence === undefined) return undefined;
  const which = text.tokens.slice(sentence.firstToken, cueToken).findLast(({ end }) => end < first.start);
  const comma = text.tokens[(which?.index ?? 0) - 1];
  return which?.form === 'which' && comma?.form === ',' ? comma : undefined;
}

/** The semicolon that the other report's source stands right behind. */
function semicolonBefore(text: AnnotatedText, cue: Token, { source }: Attribution): Token | undefined {
  const [first] = source;
  return first === undefined
    ? undefined
    : text.tokens
        .slice(cue.index, text.sentences[cue.sentence]?.endToken)
        .find(
          ({ form, index, quotation }) =>
            form === ';' && quotation === cue.quotation && text.tokens[index + 1]?.start === first.start,
        );
}

function isSame(left: readonly Span[], right: readonly Span[]): boolean {
  return left.length > 0 && left[0]?.start === right[0]?.start && left.at(-1)?.end === right.at(-1)?.end;
}
