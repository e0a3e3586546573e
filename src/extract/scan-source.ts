import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { scanPhraseLeft, scanPhraseRight } from './source-phrase.ts';
import { isTime } from './time-words.ts';
import { isQuotationMark, type TokenRange } from './token-range.ts';

const UNKNOWN_TAG = /^(?:UH|RB|JJ|FW|NN\w*|VB\w?)$/u;
const LONGEST_ASIDE = 24;
const MOST_SKIPPED = 4;

/** The source of a verb by tags and marks alone: the repair where the tree names nobody. */
export function scanForSource(text: AnnotatedText, verb: Token, cue: TokenRange): TokenRange | undefined {
  const sentence = text.sentences[verb.sentence];
  if (sentence === undefined) return undefined;
  const { firstToken: first, endToken } = sentence;
  if (isInverted(text, cue, first)) return scanPhraseRight(text, cue.end, endToken);
  return scanAside(text, cue, first) ?? scanBefore(text, cue, first);
}

/** “…”, said the envoy: the verb stands first, or right after a quotation. */
function isInverted(text: AnnotatedText, cue: TokenRange, first: number): boolean {
  const before = text.tokens[cue.first - 1];
  if (cue.first === first || isQuotationMark(before)) return true;
  return before?.form === ',' && isQuotationMark(text.tokens[cue.first - 2]);
}

function scanBefore(text: AnnotatedText, cue: TokenRange, first: number): TokenRange | undefined {
  let end = cue.first;
  for (let steps = 0; steps < MOST_SKIPPED && end - 1 > first; steps += 1) {
    const token = text.tokens[end - 1];
    if (token === undefined || !(token.upos === 'ADV' || token.form === ',')) break;
    end -= 1;
  }
  const phrase = scanWholeLeft(text, end, first);
  const last = phrase === undefined ? undefined : text.tokens[phrase.end - 1];
  if (phrase === undefined || last === undefined || !isTime(last))
    return phrase ?? scanUnknownName(text, end, first);
  const start = /^(?:last|this|next|on|late|early)$/iu.test(text.tokens[last.index - 1]?.form ?? '') ? 1 : 0;
  return scanPhraseLeft(text, last.index - start, first);
}

/** “On Monday, a group of mayors in Lyon denounced …”: the mayors, not Lyon, where the tree gives the verb no subject. */
function scanWholeLeft(text: AnnotatedText, end: number, first: number): TokenRange | undefined {
  let phrase = scanPhraseLeft(text, end, first);
  while (phrase !== undefined && /^(?:in|at|of|for|from)$/u.test(text.tokens[phrase.first - 1]?.form ?? '')) {
    const outer = scanPhraseLeft(text, phrase.first - 1, first);
    const last = text.tokens[phrase.first - 2];
    if (outer === undefined || last === undefined || isTime(last)) break;
    phrase = { first: outer.first, end: phrase.end };
  }
  return phrase;
}

/** “Maria Olsen, head of studies at the institute, told …” and “Garang, who chairs the party, said …” */
function scanAside(text: AnnotatedText, cue: TokenRange, first: number): TokenRange | undefined {
  if (text.tokens[cue.first - 1]?.form !== ',') return undefined;
  const left = Math.max(first, cue.first - LONGEST_ASIDE);
  for (let index = cue.first - 2; index > left; index -= 1) {
    if (text.tokens[index]?.form !== ',') continue;
    const aside = text.tokens.slice(index + 1, cue.first - 1);
    const relative = /^(?:who|which|whose)$/iu.test(aside[0]?.form ?? '');
    const finite = aside.some((token) => /^(?:VB[DPZ]|MD)$/u.test(token.xpos));
    const named = aside.some((token) => /^(?:NOUN|PROPN)$/u.test(token.upos));
    if ((finite && !relative) || !named) continue;
    const name = scanPhraseLeft(text, index, first) ?? scanUnknownName(text, index, first);
    if (name === undefined || (!relative && text.tokens[name.end - 1]?.upos !== 'PROPN')) continue;
    return relative ? name : { first: name.first, end: cue.first - 1 };
  }
  return undefined;
}

/** A name that the tagger takes for another word, alone at the head of its sentence: “Higseth frankly stated”. */
function scanUnknownName(text: AnnotatedText, end: number, first: number): TokenRange | undefined {
  const token = text.tokens[first];
  const alone = end === first + 1 || (end === first && text.tokens[first + 1]?.upos !== 'PUNCT');
  if (token === undefined || !alone || !UNKNOWN_TAG.test(token.xpos)) return undefined;
  const capital = /^\p{Lu}[\p{L}’'-]+$/u.test(token.form);
  return capital && !token.form.endsWith('ly') ? { first, end: first + 1 } : undefined;
}
