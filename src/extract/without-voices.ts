import type { AnnotatedText } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { overlaps } from '../model/span.ts';
import type { Extractor } from './extractor.ts';
import { nestAttributions } from './nest-attributions.ts';
import { isStatement } from './statement-voice.ts';

/** Kinds of text that may be left out: the turns of interviews and transcripts, and what an author says as “I” or “we”. */
export const VOICES = ['interview', 'first-person'] as const;

/** A kind of text that may be left out. */
export type Voice = (typeof VOICES)[number];

/** The extractor without what stands in these voices, and without what that holds. */
export function withoutVoices(extractor: Extractor, voices: readonly Voice[]): Extractor {
  if (voices.length === 0) return extractor;
  return {
    name: extractor.name,
    extract: (text) => {
      const found = extractor.extract(text);
      const statement = isStatement(text);
      const spoken = found.map((attribution) =>
        voices.some((voice) => SPOKEN[voice](text, attribution, statement)),
      );
      const kept = found.filter(({ index }) => !isWithin(found, spoken, index));
      return nestAttributions(kept.map(({ parent: _parent, ...attribution }) => attribution));
    },
  };
}

type IsSpoken = (text: AnnotatedText, attribution: Attribution, statement: boolean) => boolean;

const SPOKEN: Readonly<Record<Voice, IsSpoken>> = {
  interview: (_text, { foundBy }) => foundBy.includes('rules/speaker-turn'),
  'first-person': (text, attribution, statement) =>
    attribution.parent === undefined &&
    !isQuoted(text, attribution) &&
    (isFirstPerson(text, attribution) || (statement && attribution.reporting === 'direct')),
};

/** “We condemn the attack.” in the text's own voice. */
function isFirstPerson(text: AnnotatedText, { source }: Attribution): boolean {
  return source.some(({ start, end }) => /^(?:I|we|my|our)$/iu.test(text.text.slice(start, end)));
}

function isQuoted(text: AnnotatedText, { cue, content }: Attribution): boolean {
  const words = cue.length > 0 ? cue : content;
  return words.some((span) => text.quotations.some((quotation) => overlaps(span, quotation)));
}

function isWithin(found: readonly Attribution[], spoken: readonly boolean[], index: number): boolean {
  for (let current: number | undefined = index; current !== undefined; current = found[current]?.parent) {
    if (spoken[current] === true) return true;
  }
  return false;
}
