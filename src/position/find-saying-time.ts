import type { AnnotatedText } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import type { TimeReference } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { resolveTime } from './resolve-time.ts';

/** What is left of a stretch when the spans are taken out. */
function without(stretch: Span, holes: readonly Span[]): readonly Span[] {
  let pieces: Span[] = [stretch];
  for (const hole of holes) {
    pieces = pieces.flatMap((piece) =>
      hole.start < piece.end && piece.start < hole.end
        ? [
            { start: piece.start, end: Math.max(piece.start, hole.start) },
            { start: Math.min(piece.end, hole.end), end: piece.end },
          ]
        : [piece],
    );
  }
  return pieces.filter(({ start, end }) => end - start > 2);
}

/**
 * When it was said: a time in the sentence of the cue but outside the content, “said on Wednesday that …”.
 * The piece of the sentence next to the cue counts first, then the sentence's beginning (“In November, Zelenskyy said”).
 */
export function findSayingTime(text: AnnotatedText, attribution: Attribution): TimeReference | undefined {
  const sentence = text.sentences[text.tokens[attribution.cueToken]?.sentence ?? -1];
  const cue = attribution.cue[0];
  if (sentence === undefined || cue === undefined) return undefined;
  const pieces = without(sentence, [...attribution.content, ...attribution.source])
    .map((piece) => ({ piece, distance: Math.max(0, piece.start - cue.end, cue.start - piece.end) }))
    .sort((left, right) => left.distance - right.distance || left.piece.start - right.piece.start);
  for (const { piece } of pieces) {
    const time = resolveTime(text.text.slice(piece.start, piece.end), text.article.date);
    if (time === undefined) continue;
    return { edtf: time.edtf, expression: { start: piece.start + time.start, end: piece.start + time.end } };
  }
  return undefined;
}
