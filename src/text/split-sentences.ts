import type { Span } from '../model/span.ts';

/** Capitalised words that begin a sentence rather than go on with a name: “in the U.S. The minister”. */
const STARTERS = new Set(
  (
    'The A An This That These Those He She It They We You His Her Its Their Our My In On At By For From With As But And ' +
    'Or So If When While After Before Since Although Though However Meanwhile There Here What Who Why How Where Such Some ' +
    'Many Most Several Both Each No Not Yet Still Then Also Earlier Later Now Today Yesterday According Asked Speaking'
  ).split(' '),
);

const TERMINATOR = /^(?:[.!?…。！？؟۔।]|\.{2,}|…+|[?!]+)$/u;
const CLOSER = /^[)\]}’'»”"›」』]$/u;
const REPORT_VERB = /^(?:said|says|asked|asks|told|added|wrote|replied)$/u;

/** Whether the block's token `index` closes a quotation or stands in a place where it may be taken to. */
export type IsClosingMark = (index: number) => boolean;

interface Place {
  readonly text: string;
  readonly tokens: readonly Span[];
  readonly form: (index: number) => string;
  readonly glued: (index: number) => boolean;
  /** The block has no capitals at all, so that none can show where a sentence begins. */
  readonly isSmall: boolean;
}

function placeOf(text: string, tokens: readonly Span[]): Place {
  const form = (index: number): string => {
    const token = tokens[index];
    return token === undefined ? '' : text.slice(token.start, Math.min(token.end, token.start + 40));
  };
  const glued = (index: number): boolean => {
    const token = tokens[index];
    return token !== undefined && index > 0 && tokens[index - 1]?.end === token.start;
  };
  const isSmall = !/\p{Lu}/u.test(text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0));
  return { text, tokens, form, glued, isSmall };
}

/** “Will you go?” Putin asked. — what follows belongs to the question. */
function goesOnAfterQuestion(place: Place, terminator: string, closed: boolean, next: number): boolean {
  if (!closed || !/^[?!]+$/u.test(terminator)) return false;
  if (/^\p{Ll}/u.test(place.form(next))) return true;
  return [1, 2, 3].some((distance) => REPORT_VERB.test(place.form(next + distance)));
}

/** Whether a sentence ends after the terminator at `stop`, whose closing marks end before `next`. */
function endsSentence(place: Place, stop: number, next: number): boolean {
  const terminator = place.form(stop);
  const following = place.form(next);
  const closed = next > stop + 1;
  if (goesOnAfterQuestion(place, terminator, closed, next)) return false;
  if (place.glued(next)) {
    // “to support the country.As long as it takes”: a space is missing; “Amazon.com” never gets here.
    return (
      /\p{Ll}{2}$|[\p{N})”"]$/u.test(place.form(stop - 1)) && /^(?:\p{Lu}(?:\p{Ll}|$)|["“‘])/u.test(following)
    );
  }
  if (/^\p{Ll}/u.test(following)) {
    return place.isSmall
      ? !closed && /^[.!?]$/u.test(terminator) && /^\p{L}{2}/u.test(place.form(stop - 1))
      : closed && terminator === '.' && STARTERS.has(following);
  }
  if (/^(?:\.{2,}|…+)$/u.test(terminator) && !closed) {
    // “I… I do not know”
    return /^[\p{Lu}"“‘]/u.test(following) && place.form(stop - 1) !== following;
  }
  return !/^[,;:)\]]$/u.test(following);
}

/** “1. Withdraw all forces.”: the number at the head of a block is no sentence. */
function numbersItem(place: Place, first: number, stop: number): boolean {
  return first === 0 && stop === 1 && place.glued(1) && /^(?:\d{1,3}|\p{L})$/u.test(place.form(0));
}

/** “U.S.”, “Jan.” or “Inc.” may end a sentence: it does so before a word that begins one. */
function abbreviationEndsSentence(place: Place, index: number): boolean {
  const form = place.form(index);
  if (form.length < 3 || !form.endsWith('.') || TERMINATOR.test(form)) return false;
  return (
    !/^(?:Mr|Mrs|Ms|Dr|Gov|Gen|Sen|Rep|Prof|St|Lt|Col|e\.g|i\.e)\.$/u.test(form) &&
    STARTERS.has(place.form(index + 1))
  );
}

/**
 * A “sentence” of more tokens is none: it is cut here, so that what comes after stays linear in the text's length.
 * The longest sentence of the treebanks has about two hundred.
 */
const LONGEST_SENTENCE = 500;

/**
 * The sentences of a block's tokens as index ranges `[first, end)`. A sentence takes in the marks and brackets
 * that close after its stop.
 */
export function splitSentences(
  text: string,
  tokens: readonly Span[],
  isClosingMark: IsClosingMark,
): readonly (readonly [number, number])[] {
  const place = placeOf(text, tokens);
  const sentences: [number, number][] = [];
  let first = 0;
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    let next = index + 1;
    const short = token !== undefined && token.end - token.start <= 12;
    const isStop = short && TERMINATOR.test(place.form(index));
    if (isStop) {
      while (
        next < tokens.length &&
        (isClosingMark(next) ||
          (place.glued(next) && !isOpening(place, next) && CLOSER.test(place.form(next))) ||
          (TERMINATOR.test(place.form(next)) && next - index < 6))
      ) {
        next += 1;
      }
    }
    const ends =
      next >= tokens.length ||
      next - first >= LONGEST_SENTENCE ||
      (isStop
        ? !numbersItem(place, first, index) && endsSentence(place, index, next)
        : short && abbreviationEndsSentence(place, index));
    if (ends) {
      sentences.push([first, next]);
      first = next;
    }
    index = next;
  }
  return sentences;
}

/** A mark right before a word, as in “country.“As long as it takes”. */
function isOpening(place: Place, index: number): boolean {
  return (
    /^["'“‘]$/u.test(place.form(index)) &&
    place.glued(index + 1) &&
    /^[\p{L}\p{N}]/u.test(place.form(index + 1))
  );
}
