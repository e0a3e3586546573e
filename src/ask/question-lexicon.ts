import { InputError } from '../model/input-error.ts';
import { inflectVerb } from './inflect-verb.ts';

/** Phrase → what it means: `rejects` → `stance:rejects`, `on what condition` → `ask:condition`. */
export interface QuestionLexicon {
  readonly meanings: ReadonlyMap<string, string>;
  /** Words of the longest phrase. */
  readonly longest: number;
}

const MEANING = /^(?:noise|title|speaker|outlet|(?:stance|side|ask|date|refuse):[\w-]+)$/u;

/** `+call for` → `call for`, `calls for`, `called for`, `calling for`. */
function spellOut(phrase: string): readonly string[] {
  if (!phrase.startsWith('+')) return [phrase];
  const [verb = '', ...rest] = phrase.slice(1).split(' ');
  return inflectVerb(verb).map((form) => [form, ...rest].join(' '));
}

/** Reads `data/lexicon/question-words.tsv`: a meaning, a tab, phrases parted by bars; the first meaning of a phrase holds. */
export function parseQuestionLexicon(text: string, where: string): QuestionLexicon {
  const meanings = new Map<string, string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [meaning = '', phrases = ''] = line.split('\t');
    if (!MEANING.test(meaning) || phrases.trim() === '') {
      throw new InputError(
        `${where}:${index + 1}`,
        'a line is a meaning (stance:…, side:…, ask:…, date:…, refuse:…, title, speaker, outlet or noise), a tab, and phrases parted by bars',
      );
    }
    for (const phrase of phrases.split('|').flatMap((one) => spellOut(one.trim()))) {
      if (phrase !== '' && !meanings.has(phrase)) meanings.set(phrase, meaning);
    }
  }
  const longest = Math.max(1, ...[...meanings.keys()].map((phrase) => phrase.split(' ').length));
  return { meanings, longest };
}
