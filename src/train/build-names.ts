import type { Extractor } from '../extract/extractor.ts';
import type { NameLexicon } from '../extract/names/name-lexicon.ts';
import {
  createNameRecogniser,
  nameFeatures,
  NAME_LABELS,
  writeNameModel,
} from '../extract/names/name-recogniser.ts';
import { recogniseMentions } from '../extract/names/recognise-mentions.ts';
import { LinearChain } from '../learn/linear-chain.ts';
import type { AnnotatedText } from '../model/annotated-text.ts';
import { annotateText } from '../text/annotate-text.ts';
import type { LanguageModels } from '../text/language-models.ts';
import { parseCoreference } from './parse-coreference.ts';
import { namesOfMentions, parseUner, trainNames } from './train-names.ts';
import type { NameExample } from './train-names.ts';

/** The recipe by which `data/models/names.model` is made. */
export const NAME_RECIPE = { epochs: 8, seed: 1, mostWeights: 400_000 } as const;

/** A corpus of names: GUM with its entity layer, or Universal NER. */
export interface NameCorpus {
  readonly form: 'gum' | 'uner';
  readonly name: string;
  readonly licence: string;
  readonly content: string;
}

/** What training needs besides the corpora. */
export interface NameSetting {
  readonly language: LanguageModels;
  readonly extractor: Extractor;
  readonly names: NameLexicon;
}

/** How well names are found, exact places and types, in per cent. */
export interface NameScore {
  readonly corpus: string;
  readonly by: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

function readExamples({ form, content }: NameCorpus, language: LanguageModels): NameExample[] {
  const annotate = (id: string, text: string): AnnotatedText =>
    annotateText({ id, text, sha256: '', metadata: [], origin: id }, language);
  if (form === 'uner') {
    return parseUner(content).map(({ id, text, names }) => ({ text: annotate(id, text), names }));
  }
  return parseCoreference(content).map((document) => {
    const text = annotate(document.id, document.text);
    return { text, names: namesOfMentions(text, document) };
  });
}

/** The recogniser's file, and how well rules, chain and both do on corpora held out. The same input gives the same bytes. */
export function buildNames(
  taught: readonly NameCorpus[],
  heldOut: readonly NameCorpus[],
  setting: NameSetting,
): { readonly file: Uint8Array; readonly scores: readonly NameScore[] } {
  const examples = taught.flatMap((corpus) => readExamples(corpus, setting.language));
  const model = trainNames(examples, setting.names, NAME_RECIPE);
  const chain = new LinearChain(model.weights, model.transitions);
  const { recogniser: _before, ...bare } = setting.names;
  const both = { ...bare, recogniser: createNameRecogniser(chain) };
  return {
    file: writeNameModel(model, {
      licence: 'CC-BY-SA-4.0',
      recipe: { corpora: taught.map(({ name, licence }) => ({ name, licence })), ...NAME_RECIPE },
    }),
    scores: heldOut.flatMap((corpus) => {
      const test = readExamples(corpus, setting.language);
      const gold = test.flatMap(({ text, names }) => names.map((name) => keyOf(text, name)));
      return [
        { by: 'rules', found: findByRules(test, setting.extractor, bare) },
        { by: 'chain', found: findByChain(test, chain, bare) },
        { by: 'rules with chain', found: findByRules(test, setting.extractor, both) },
      ].map(({ by, found }) => ({ corpus: corpus.name, by, ...scoreNames(gold, found) }));
    }),
  };
}

function keyOf(
  { article }: AnnotatedText,
  { start, end, label }: { readonly start: number; readonly end: number; readonly label: string },
): string {
  return `${article.id} ${start}-${end} ${label}`;
}

function scoreNames(gold: readonly string[], found: readonly string[]): Omit<NameScore, 'corpus' | 'by'> {
  const wanted = new Set(gold);
  const right = found.filter((one) => wanted.has(one)).length;
  const precision = (100 * right) / Math.max(1, found.length);
  const recall = (100 * right) / Math.max(1, gold.length);
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, gold: gold.length };
}

const KINDS: Readonly<Record<string, string>> = {
  person: 'PER',
  organisation: 'ORG',
  outlet: 'ORG',
  place: 'LOC',
  state: 'LOC',
};

function findByRules(examples: readonly NameExample[], extractor: Extractor, names: NameLexicon): string[] {
  return examples.flatMap(({ text }) =>
    recogniseMentions(text, extractor.extract(text), names)
      .filter(({ kind, type }) => (kind === 'name' || kind === 'metonym') && KINDS[type] !== undefined)
      .map(({ start, end, type }) => keyOf(text, { start, end, label: KINDS[type] ?? '' })),
  );
}

function findByChain(examples: readonly NameExample[], chain: LinearChain, names: NameLexicon): string[] {
  return examples.flatMap(({ text }) =>
    text.sentences.flatMap((sentence) => {
      if (sentence.endToken <= sentence.firstToken) return [];
      const labels = chain.label(nameFeatures(text, sentence, names));
      const spans: { start: number; end: number; label: string }[] = [];
      for (const [index, label] of labels.entries()) {
        const token = text.tokens[sentence.firstToken + index];
        const name = NAME_LABELS[label] ?? 'O';
        const last = spans.at(-1);
        if (token === undefined || name === 'O') continue;
        if (name.startsWith('B')) spans.push({ start: token.start, end: token.end, label: name.slice(2) });
        else if (last !== undefined) last.end = token.end;
      }
      return spans.map((span) => keyOf(text, span));
    }),
  );
}
