import { isBarred, nameFeatures, NAME_LABELS } from '../extract/names/name-recogniser.ts';
import type { NameModel } from '../extract/names/name-recogniser.ts';
import type { NameLexicon } from '../extract/names/name-lexicon.ts';
import { ChainTrainer } from '../learn/chain-trainer.ts';
import { compactWeights } from '../learn/compact-weights.ts';
import { pruneWeights } from '../learn/feature-weights.ts';
import { seededRandom, shuffledIndices } from '../learn/seeded-random.ts';
import type { AnnotatedText, Sentence } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';
import type { CoreferenceDocument } from './parse-coreference.ts';

/** A name of a corpus: its characters and its class. */
export interface GoldName extends Span {
  readonly label: 'PER' | 'ORG' | 'LOC';
}

/** An annotated text with the names that a corpus finds in it. */
export interface NameExample {
  readonly text: AnnotatedText;
  readonly names: readonly GoldName[];
}

const LABELS: Readonly<Record<string, GoldName['label']>> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
};

/** The names among GUM's mentions: persons, organisations and places whose head is tagged as a name, without what else belongs to the phrase. */
export function namesOfMentions(text: AnnotatedText, document: CoreferenceDocument): GoldName[] {
  const names: GoldName[] = [];
  const mentions = document.mentions.filter(({ type }) => LABELS[type] !== undefined);
  for (const mention of mentions) {
    const label = LABELS[mention.type];
    const tokens = text.tokens.filter((token) => token.start >= mention.start && token.end <= mention.end);
    const isName = (index: number): boolean => /^NNPS?$/.test(tokens[index]?.xpos ?? '');
    const head = tokens.findIndex(
      (token) => token.start >= mention.head.start && token.end <= mention.head.end,
    );
    if (label === undefined || head < 0 || !isName(head)) continue;
    const reaches = (index: number, step: number): boolean =>
      isName(index) ||
      (/^(?:of|the|and|&|-|'s|for|de|al)$/i.test(tokens[index]?.form ?? '') && isName(index + step));
    let first = head;
    let last = head;
    while (first > 0 && isName(first - 1)) first -= 1;
    while (last + 1 < tokens.length && reaches(last + 1, 1)) last += 1;
    const [start, end] = [tokens[first]?.start, tokens[last]?.end];
    if (start !== undefined && end !== undefined) names.push({ start, end, label });
  }
  // “University of Portsmouth”: the longer of two names that overlap.
  return names
    .sort((left, right) => right.end - right.start - (left.end - left.start) || left.start - right.start)
    .filter(
      (name, place, all) =>
        !all.slice(0, place).some((other) => other.start < name.end && name.start < other.end),
    )
    .sort((left, right) => left.start - right.start);
}

/** The gold labels of a sentence, as indices of `NAME_LABELS`. */
export function goldLabels(text: AnnotatedText, sentence: Sentence, names: readonly GoldName[]): Uint8Array {
  const labels = new Uint8Array(sentence.endToken - sentence.firstToken);
  for (const name of names) {
    let isFirst = true;
    for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
      const token = text.tokens[index];
      if (token === undefined || token.start < name.start || token.end > name.end) continue;
      labels[index - sentence.firstToken] = NAME_LABELS.findIndex(
        (label) => label === `${isFirst ? 'B' : 'I'}-${name.label}`,
      );
      isFirst = false;
    }
  }
  return labels;
}

/** Trains a recogniser by the structured perceptron. */
export function trainNames(
  examples: readonly NameExample[],
  lexicon: NameLexicon,
  options: { readonly epochs: number; readonly seed: number; readonly mostWeights: number },
): NameModel {
  const sequences = examples.flatMap(({ text, names }) =>
    text.sentences
      .filter(({ firstToken, endToken }) => endToken > firstToken)
      .map((sentence) => ({
        features: nameFeatures(text, sentence, lexicon),
        gold: goldLabels(text, sentence, names),
      })),
  );
  const trainer = new ChainTrainer(NAME_LABELS.length, { minimumUpdates: 2, barred: isBarred });
  const random = seededRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const index of shuffledIndices(sequences.length, random)) {
      const sequence = sequences[index];
      if (sequence !== undefined) trainer.learnByPerceptron(sequence.features, sequence.gold);
    }
  }
  const { weights, transitions } = trainer.average();
  return { weights: compactWeights(pruneWeights(weights, options.mostWeights)), transitions };
}

/** Reads UNER's IOB2: each document's text with its names; sentences are parted by line breaks. */
export function parseUner(
  content: string,
): { readonly id: string; readonly text: string; readonly names: GoldName[] }[] {
  const documents: { id: string; text: string; names: GoldName[] }[] = [];
  let offset = 0;
  let cursor = 0;
  let open: { start: number; end: number; label: GoldName['label'] } | undefined;
  for (const line of content.split('\n')) {
    const document = documents.at(-1);
    if (line.startsWith('# newdoc id = ')) documents.push({ id: line.slice(14), text: '', names: [] });
    else if (line.startsWith('# text = ') && document !== undefined) {
      offset = document.text.length;
      cursor = 0;
      document.text += `${line.slice(9)}\n`;
      open = undefined;
    } else if (/^\d+\t/u.test(line) && document !== undefined) {
      const [, form = '', tag = 'O'] = line.split('\t');
      const start = document.text.indexOf(form, offset + cursor);
      if (start < 0) continue;
      const end = start + form.length;
      cursor = end - offset;
      const label = tag.slice(2);
      if (tag.startsWith('I-') && open !== undefined) open.end = end;
      else if (tag.startsWith('B-') && (label === 'PER' || label === 'ORG' || label === 'LOC')) {
        open = { start, end, label };
        document.names.push(open);
      } else open = undefined;
    }
  }
  return documents;
}
