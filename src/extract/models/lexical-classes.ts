import { hashText } from '../../learn/hash-features.ts';
import type { Token } from '../../model/annotated-text.ts';
import { InputError } from '../../model/input-error.ts';

const LETTERS: Readonly<Record<string, string>> = { verb: 'V', noun: 'N', adjective: 'J' };

/** Hashes of the classes that WordNet, FrameNet and PropBank put a lemma into, by lemma and word class. */
export type LexicalClasses = ReadonlyMap<string, Int32Array>;

/** Reads `data/lexicon/lexical-classes.tsv` (lemma, class, classes); an `InputError` names file and line. */
export function parseLexicalClasses(contents: string, fileName: string): LexicalClasses {
  const classes = new Map<string, Int32Array>();
  contents.split(/\r?\n/u).forEach((line, index) => {
    if (line.startsWith('#') || line.trim() === '' || line.startsWith('lemma\t')) return;
    const [lemma = '', wordClass = '', names = ''] = line.split('\t');
    const letter = LETTERS[wordClass];
    if (lemma === '' || letter === undefined || names === '') {
      throw new InputError(
        `${fileName}:${index + 1}`,
        `"${line}" is not a lemma, one of ${Object.keys(LETTERS).join(', ')}, and classes parted by spaces`,
      );
    }
    classes.set(`${lemma}|${letter}`, Int32Array.from(names.split(' '), hashText));
  });
  return classes;
}

const NONE = new Int32Array(0);
/** The class of a verb, noun or adjective that the lists do not have. */
const UNLISTED = Int32Array.of(hashText('unlisted'));

/** Whether the word is in the lists under its word class. */
export function isListed(classes: LexicalClasses, token: Token): boolean {
  return classes.has(`${token.lemma}|${letterOf(token.xpos)}`);
}

/** The classes of a word; none for a word that is neither verb nor noun nor adjective. */
export function classesOf(classes: LexicalClasses, token: Token): Int32Array {
  const letter = letterOf(token.xpos);
  return letter === '' ? NONE : (classes.get(`${token.lemma}|${letter}`) ?? UNLISTED);
}

function letterOf(tag: string): string {
  if (tag.startsWith('VB')) return 'V';
  if (tag === 'NN' || tag === 'NNS') return 'N';
  return tag.startsWith('JJ') ? 'J' : '';
}
