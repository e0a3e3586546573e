/**
 * Trains the recogniser of names and scores it beside the rules: `train-names CORPORA_FOLDER [MODEL_FOLDER]`, with
 * CORPORA_FOLDER/ud/en_gum-open-train.conllu.gz and CORPORA_FOLDER/uner/en_ewt-*.iob2.gz.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { LinearChain } from '../src/learn/linear-chain.ts';
import { createNameRecogniser, writeNameModel } from '../src/extract/names/name-recogniser.ts';
import { recogniseMentions } from '../src/extract/names/recognise-mentions.ts';
import type { AnnotatedText } from '../src/model/annotated-text.ts';
import { loadResources } from '../src/resources.ts';
import { annotateText } from '../src/text/annotate-text.ts';
import { parseCoreference } from '../src/train/parse-coreference.ts';
import { namesOfMentions, parseUner, trainNames } from '../src/train/train-names.ts';
import type { NameExample } from '../src/train/train-names.ts';
import { nameFeatures, NAME_LABELS } from '../src/extract/names/name-recogniser.ts';

const [, , corpora, models = 'data/models'] = process.argv;
if (corpora === undefined) throw new Error('usage: train-names CORPORA_FOLDER [MODEL_FOLDER]');
const folder = corpora;
const resources = await loadResources();

function annotate(id: string, text: string): AnnotatedText {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return annotateText({ id, text, sha256, metadata: [], origin: id }, resources.language);
}

function read(file: string): string {
  return gunzipSync(readFileSync(path.join(folder, file))).toString('utf8');
}

function readGum(part: string): NameExample[] {
  return parseCoreference(read(`ud/en_gum-open-${part}.conllu.gz`)).map((document) => {
    const text = annotate(document.id, document.text);
    return { text, names: namesOfMentions(text, document) };
  });
}

function readUner(part: string): NameExample[] {
  return parseUner(read(`uner/en_ewt-${part}.iob2.gz`)).map(({ id, text, names }) => ({
    text: annotate(id, text),
    names,
  }));
}

function report(name: string, gold: readonly string[], found: readonly string[]): void {
  const wanted = new Set(gold);
  const right = found.filter((one) => wanted.has(one)).length;
  const [p, r] = [right / found.length, right / gold.length];
  process.stdout.write(
    `${name}: P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F ${((200 * p * r) / (p + r)).toFixed(1)} (${right} of ${gold.length}, ${found.length} found)\n`,
  );
}

const test = readUner('test');
const goldOf = (examples: readonly NameExample[]): string[] =>
  examples.flatMap(({ text, names }) =>
    names.map(({ start, end, label }) => `${text.article.id} ${start}-${end} ${label}`),
  );

const KINDS: Readonly<Record<string, string>> = {
  person: 'PER',
  organisation: 'ORG',
  outlet: 'ORG',
  place: 'LOC',
  state: 'LOC',
};

function byRules(examples: readonly NameExample[], names = resources.names): string[] {
  return examples.flatMap(({ text }) =>
    recogniseMentions(text, resources.extractor.extract(text), names)
      .filter(({ kind, type }) => (kind === 'name' || kind === 'metonym') && KINDS[type] !== undefined)
      .map(({ start, end, type }) => `${text.article.id} ${start}-${end} ${KINDS[type] ?? ''}`),
  );
}
const { recogniser: _none, ...bare } = resources.names;
report('rules alone, uner test', goldOf(test), byRules(test, bare));
const train = [...readGum('train'), ...readGum('dev'), ...readGum('test'), ...readUner('dev')];
const model = trainNames(train, resources.names, { epochs: 8, seed: 1, mostWeights: 400_000 });
const chain = new LinearChain(model.weights, model.transitions);
const found = test.flatMap(({ text }) =>
  text.sentences.flatMap((sentence) => {
    if (sentence.endToken <= sentence.firstToken) return [];
    const labels = chain.label(nameFeatures(text, sentence, resources.names));
    const spans: { start: number; end: number; label: string }[] = [];
    for (const [index, label] of labels.entries()) {
      const token = text.tokens[sentence.firstToken + index];
      const name = NAME_LABELS[label] ?? 'O';
      const last = spans.at(-1);
      if (token === undefined || name === 'O') continue;
      if (name.startsWith('B')) spans.push({ start: token.start, end: token.end, label: name.slice(2) });
      else if (last !== undefined) last.end = token.end;
    }
    return spans.map(({ start, end, label }) => `${text.article.id} ${start}-${end} ${label}`);
  }),
);
report('chain alone, uner test', goldOf(test), found);
const recogniser = createNameRecogniser(chain);
report('rules with chain, uner test', goldOf(test), byRules(test, { ...resources.names, recogniser }));
const bytes = writeNameModel(model, {
  licence: 'CC-BY-SA-4.0',
  recipe: {
    corpora: ['UD English GUM (open genres): names of its entity layer', 'UNER English EWT, dev'],
    epochs: 8,
    seed: 1,
    mostWeights: 400_000,
  },
});
process.stdout.write(`names.model: ${bytes.length} bytes\n`);
writeFileSync(path.join(models, 'names.model'), bytes);
