import type { AnnotatedText } from '../model/annotated-text.ts';
import type { TokenRange } from './token-range.ts';
import type { WordCue } from './word-cue.ts';

/** Whether the verb may have a clause for its content. */
export function takesClause(cue: WordCue): boolean {
  return cue.entry.complements.has('that');
}

/** What of a clause is not content: the verb group and whoever speaks. */
export function holesOf(cue: WordCue): readonly TokenRange[] {
  return cue.source === undefined ? [cue.range] : [cue.range, cue.source];
}

/** From whoever speaks to the verb, in either order. */
export function zoneOf(cue: WordCue): TokenRange {
  const { range, source = range } = cue;
  return { first: Math.min(source.first, range.first), end: Math.max(source.end, range.end) };
}

/** “The sanctions, Tehran argued, punish ordinary people.”: the subject stands before the report. */
export function withInterruptedPart(text: AnnotatedText, range: TokenRange, cue: WordCue): TokenRange {
  const zone = zoneOf(cue);
  const sentence = text.sentences[cue.token.sentence];
  const [before, after] = [text.tokens[zone.first - 1], text.tokens[zone.end]];
  if (sentence === undefined || before?.form !== ',' || after?.form !== ',') return range;
  const words = text.tokens.slice(startOfClause(text, sentence.firstToken, zone.first), zone.first - 1);
  const named = words.some((token) => /^(?:NOUN|PROPN|PRON)$/u.test(token.upos));
  // “The bill would, its sponsors say, save lives”
  const last = words.at(-1);
  const auxiliary = named && last !== undefined && (last.xpos === 'MD' || /^(?:be|have)$/u.test(last.lemma));
  const phrase = (auxiliary ? words.slice(0, -1) : words).every(
    (token) => !/^(?:VB\w?|MD|IN|RB|CC)$/u.test(token.xpos),
  );
  return named && phrase ? { first: words[0]?.index ?? range.first, end: range.end } : range;
}

/** “Dozens were hurt; the fuel, officials said, caught fire.”: what stands before the semicolon is another clause. */
function startOfClause(text: AnnotatedText, first: number, end: number): number {
  const stop = text.tokens.slice(first, end).findLast(({ form }) => form === ';' || form === ':');
  return stop === undefined ? first : stop.index + 1;
}
