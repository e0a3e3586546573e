import { hashText } from '../learn/hash-features.ts';
import { readModel, writeModel } from '../learn/model-file.ts';
import type { Model } from '../learn/model-file.ts';
import type { CompactWeights } from '../learn/compact-weights.ts';
import {
  sectionOf,
  stringsParameter,
  weightParameters,
  weightSections,
  weightsOf,
} from '../learn/model-parts.ts';
import type { LemmaTable } from './lemmatise.ts';
import { WordParser } from './parse-words.ts';
import type { ParserRelations } from './parse-words.ts';
import { WordTagger } from './tag-words.ts';
import { WordTable } from './word-table.ts';
import type { WordLexicon } from './word-table.ts';

/** The names of the model files in `data/models`. */
export const LANGUAGE_MODEL_FILES = ['tagger.model', 'parser.model', 'lemmas.model'] as const;

/** Everything that reading English takes. Buffers inside are reused: one text at a time. */
export interface LanguageModels {
  readonly tagger: WordTagger;
  readonly parser: WordParser;
  readonly lemmas: LemmaTable;
  readonly table: WordTable;
  /** For each joint tag (“VBD|VERB”) its parts and the hash that the parser reads. */
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  readonly tagHashes: Int32Array;
}

/** A tagger ready for its file. */
export interface TaggerParts {
  readonly weights: CompactWeights;
  readonly tags: readonly string[];
  readonly lexicon: WordLexicon;
}

/** A parser ready for its file. */
export interface ParserParts {
  readonly weights: CompactWeights;
  readonly relations: ParserRelations;
}

/** What a model file says about itself. */
export interface ModelOrigin {
  readonly licence: string;
  readonly recipe: Readonly<Record<string, unknown>>;
}

/** The bytes of a tagger’s file. */
export function writeTagger(parts: TaggerParts, origin: ModelOrigin): Uint8Array {
  const parameters = { ...weightParameters('weights', parts.weights), tags: parts.tags };
  return writeModel({ kind: 'tagger', ...origin, parameters }, [
    ...weightSections('weights', parts.weights),
    ['lexicon.hashes', bytesOf(parts.lexicon.hashes)],
    ['lexicon.classes', parts.lexicon.classes],
    ['lexicon.certainTags', parts.lexicon.certainTags],
  ]);
}

/** The bytes of a parser’s file. */
export function writeParser(parts: ParserParts, origin: ModelOrigin): Uint8Array {
  const { left, right } = parts.relations;
  const parameters = { ...weightParameters('weights', parts.weights), left, right };
  return writeModel({ kind: 'parser', ...origin, parameters }, weightSections('weights', parts.weights));
}

/** The bytes of a lemma table’s file. */
export function writeLemmas(table: LemmaTable, origin: ModelOrigin): Uint8Array {
  const parameters = { scripts: table.scripts.map(({ cut, ending }) => `${cut}+${ending}`) };
  return writeModel({ kind: 'lemmas', ...origin, parameters }, [
    ['word.hashes', bytesOf(table.wordHashes)],
    ['word.scripts', table.wordScripts],
    ['suffix.hashes', bytesOf(table.suffixHashes)],
    ['suffix.scripts', table.suffixScripts],
    ['lemma.hashes', bytesOf(table.lemmaHashes)],
  ]);
}

/**
 * The models from the contents of their files, by the names in `LANGUAGE_MODEL_FILES`.
 * A file that is missing, damaged or of another kind is an `InputError` with its name.
 */
export function readLanguageModels(contentOf: (file: string) => Uint8Array): LanguageModels {
  const [taggerFile, parserFile, lemmasFile] = LANGUAGE_MODEL_FILES;
  const tagging = readModel(taggerFile, contentOf(taggerFile), 'tagger');
  const parsing = readModel(parserFile, contentOf(parserFile), 'parser');
  const tags = stringsParameter(tagging, 'tags');
  const lexicon = {
    hashes: words(tagging, 'lexicon.hashes'),
    classes: sectionOf(tagging, 'lexicon.classes'),
    certainTags: sectionOf(tagging, 'lexicon.certainTags'),
  };
  const relations = { left: stringsParameter(parsing, 'left'), right: stringsParameter(parsing, 'right') };
  return {
    tagger: new WordTagger(weightsOf(tagging, 'weights'), tags),
    parser: new WordParser(weightsOf(parsing, 'weights'), relations),
    lemmas: readLemmas(readModel(lemmasFile, contentOf(lemmasFile), 'lemmas')),
    table: new WordTable(lexicon),
    xpos: tags.map((tag) => partOf(tag, 0)),
    upos: tags.map((tag) => partOf(tag, 1)),
    tagHashes: Int32Array.from(tags, hashText),
  };
}

function partOf(tag: string, part: number): string {
  return tag.split('|')[part] ?? 'X';
}

function readLemmas(model: Model): LemmaTable {
  return {
    scripts: stringsParameter(model, 'scripts').map((script) => {
      const plus = script.indexOf('+');
      return { cut: Number(script.slice(0, plus)), ending: script.slice(plus + 1) };
    }),
    wordHashes: words(model, 'word.hashes'),
    wordScripts: halfWords(model, 'word.scripts'),
    suffixHashes: words(model, 'suffix.hashes'),
    suffixScripts: halfWords(model, 'suffix.scripts'),
    lemmaHashes: words(model, 'lemma.hashes'),
  };
}

function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function words(model: Model, name: string): Uint32Array {
  const bytes = sectionOf(model, name);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
}

function halfWords(model: Model, name: string): Uint16Array {
  const bytes = sectionOf(model, name);
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
}
