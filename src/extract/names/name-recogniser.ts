import { hashText, finishHash, mixHash } from '../../learn/hash-features.ts';
import { LinearChain, SequenceBuilder } from '../../learn/linear-chain.ts';
import type { SequenceFeatures } from '../../learn/linear-chain.ts';
import { readModel, writeModel } from '../../learn/model-file.ts';
import {
  numberParameter,
  sectionOf,
  weightParameters,
  weightSections,
  weightsOf,
} from '../../learn/model-parts.ts';
import type { CompactWeights } from '../../learn/compact-weights.ts';
import type { AnnotatedText, Sentence, Token } from '../../model/annotated-text.ts';
import type { EntityType } from '../../model/mention.ts';
import type { TokenRange } from '../token-range.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { matchPhrase } from './phrase-table.ts';

/** The labels of a token: outside a name, at its beginning, inside. */
export const NAME_LABELS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC'] as const;

/** Whether a label never follows another; -1 stands for the beginning of a sentence. */
export function isBarred(before: number, label: number): boolean {
  const isInside = label > 0 && label % 2 === 0;
  return isInside && before !== label && before !== label - 1;
}

function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
    .replace(/\p{Ll}+/gu, 'x')
    .replace(/\p{N}+/gu, '0');
}

/** What the lists know of a word by itself or as the first of a phrase. */
function listed(text: AnnotatedText, index: number, limit: number, names: NameLexicon): string {
  const known = matchPhrase(names.known, text.tokens, index, limit);
  const form = text.tokens[index]?.form ?? '';
  return [
    known === undefined ? '' : `${known.value.type}-${known.value.form}`,
    names.givenNames.has(form) ? 'given' : '',
    names.surnames.has(form) ? 'surname' : '',
    matchPhrase(names.offices, text.tokens, index, limit) === undefined ? '' : 'office',
    names.words.organisation.has(form) ? 'organisation' : '',
    names.words.place.has(form) ? 'place' : '',
    names.words.honorific.has(form) ? 'honorific' : '',
  ].join('|');
}

/** The features of a sentence: words, shapes, tags and lists within two tokens. */
export function nameFeatures(
  text: AnnotatedText,
  sentence: Sentence,
  names: NameLexicon,
  builder = new SequenceBuilder(),
): SequenceFeatures {
  builder.begin();
  const { firstToken, endToken } = sentence;
  const lists: string[] = [];
  for (let index = firstToken; index < endToken; index += 1) lists.push(listed(text, index, endToken, names));
  const at = (index: number): Token | undefined =>
    index >= firstToken && index < endToken ? text.tokens[index] : undefined;
  const add = (name: string, value: string): void => {
    builder.add(finishHash(mixHash(hashText(name), hashText(value))));
  };
  for (let index = firstToken; index < endToken; index += 1) {
    const token = at(index);
    if (token === undefined) continue;
    const { form, xpos } = token;
    const lower = form.toLowerCase();
    add('always', '');
    add('lower', lower);
    add('shape', shapeOf(form));
    add('tag', xpos);
    add('list', lists[index - firstToken] ?? '');
    add('first', String(index === firstToken) + shapeOf(form));
    for (const length of [2, 3, 4]) {
      add(`prefix${length}`, lower.slice(0, length));
      add(`suffix${length}`, lower.slice(-length));
    }
    for (const distance of [-2, -1, 1, 2]) {
      const other = at(index + distance);
      const word = other?.form.toLowerCase() ?? '';
      add(`lower${distance}`, word);
      add(`tag${distance}`, other?.xpos ?? '');
      add(`shape${distance}`, shapeOf(other?.form ?? ''));
      add(`list${distance}`, lists[index + distance - firstToken] ?? '');
    }
    const before = at(index - 1)?.form.toLowerCase() ?? '';
    const after = at(index + 1)?.form.toLowerCase() ?? '';
    add('before and shape', `${before} ${shapeOf(form)}`);
    add('after and shape', `${after} ${shapeOf(form)}`);
    add('before and after', `${before} ${after}`);
    add('governor', `${token.relation} ${text.tokens[token.head]?.lemma ?? ''}`);
    builder.next();
  }
  return builder.build();
}

const TYPES: readonly EntityType[] = ['person', 'organisation', 'place'];

/** The type of a name and how sure it is, 0–1. */
export interface NameType {
  readonly type: EntityType;
  readonly confidence: number;
}

/** Tells persons, organisations and places by words and surroundings: a trained linear chain. */
export interface NameRecogniser {
  /** The type of the name in a range of tokens; undefined where it is taken for no name. */
  readonly typeOf: (text: AnnotatedText, range: TokenRange, names: NameLexicon) => NameType | undefined;
}

/** A chain ready for its file. */
export interface NameModel {
  readonly weights: CompactWeights;
  readonly transitions: Float64Array;
}

/** The bytes of `data/models/names.model`. */
export function writeNameModel(
  { weights, transitions }: NameModel,
  origin: { readonly licence: string; readonly recipe: Readonly<Record<string, unknown>> },
): Uint8Array {
  const parameters = { ...weightParameters('weights', weights), transitions: transitions.length };
  return writeModel({ kind: 'names', ...origin, parameters }, [
    ...weightSections('weights', weights),
    ['transitions', Float32Array.from(transitions)],
  ]);
}

/** Reads `data/models/names.model`; an InputError where it is damaged. */
export function readNameRecogniser(bytes: Uint8Array): NameRecogniser {
  const model = readModel('names.model', bytes, 'names');
  const section = sectionOf(model, 'transitions');
  const length = numberParameter(model, 'transitions');
  const transitions = Float64Array.from(new Float32Array(section.buffer, section.byteOffset, length));
  return createNameRecogniser(new LinearChain(weightsOf(model, 'weights'), transitions));
}

/** A recogniser over a chain; a sentence is labelled once. */
export function createNameRecogniser(chain: LinearChain): NameRecogniser {
  const builder = new SequenceBuilder();
  let lastText: AnnotatedText | undefined;
  const labelled = new Map<number, ReturnType<LinearChain['labelWithConfidence']>>();
  return {
    typeOf: (text, range, names) => {
      if (lastText !== text) labelled.clear();
      lastText = text;
      const sentence = text.sentences[text.tokens[range.first]?.sentence ?? -1];
      if (sentence === undefined) return undefined;
      const known =
        labelled.get(sentence.index) ??
        chain.labelWithConfidence(nameFeatures(text, sentence, names, builder));
      labelled.set(sentence.index, known);
      const sums = [0, 0, 0];
      for (let index = range.first; index < range.end; index += 1) {
        const label = known.labels[index - sentence.firstToken] ?? 0;
        const confidence = known.confidences[index - sentence.firstToken] ?? 0;
        if (label > 0) sums[(label - 1) >> 1] = (sums[(label - 1) >> 1] ?? 0) + confidence;
      }
      const greatest = Math.max(...sums);
      const type = TYPES[sums.indexOf(greatest)];
      if (greatest === 0 || type === undefined) return undefined;
      return { type, confidence: greatest / (range.end - range.first) };
    },
  };
}
