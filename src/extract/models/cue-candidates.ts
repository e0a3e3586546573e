import type { Sentence, Token } from '../../model/annotated-text.ts';
import type { TokenRange } from '../token-range.ts';
import { isListed } from './lexical-classes.ts';
import type { ModelReading } from './reading.ts';

const AUXILIARY = /^(?:be|have|do|will|would|can|could|may|might|should|must|get)$/u;

/**
 * The words of a sentence that may govern a cue: verbs, listed nouns and adjectives, “according”, and whatever the
 * rules took for one. The tagger labels these alone, a third of all tokens; nearly all annotated cues are among them.
 */
export function findCandidates(reading: ModelReading, sentence: Sentence): Int32Array {
  const found: number[] = [];
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = reading.text.tokens[index];
    if (token !== undefined && isCandidate(reading, token)) found.push(index);
  }
  return Int32Array.from(found);
}

function isCandidate(reading: ModelReading, token: Token): boolean {
  if (token.form.toLowerCase() === 'according') return true;
  const ruled = (reading.rules.findingOfCue[token.index] ?? -1) >= 0;
  if (ruled && /\p{L}/u.test(token.form)) return true;
  const { xpos, lemma } = token;
  if (xpos.startsWith('VB')) return !AUXILIARY.test(lemma);
  if (/^(?:NN|NNS|JJ)$/u.test(xpos)) {
    const { reporting, classes } = reading.lexicons;
    return isListed(classes, token) || (xpos !== 'JJ' && reporting.entries.noun.has(lemma));
  }
  return false;
}

/** The tokens by which a cue is known to the argument labeller: its governing word, or “according to”. */
export function cueCore(reading: ModelReading, token: number): TokenRange {
  const { tokens } = reading.text;
  const phrase =
    tokens[token]?.form.toLowerCase() === 'according' && tokens[token + 1]?.form.toLowerCase() === 'to';
  return { first: token, end: token + (phrase ? 2 : 1) };
}
