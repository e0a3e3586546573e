/**
 * Trains what antecedents of pronouns are weighed by, and scores it:
 * `train-antecedents CORPORA_FOLDER [MODEL_FOLDER]`, with CORPORA_FOLDER/ud/en_gum-open-*.conllu.gz.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { recogniseMentions } from '../src/extract/names/recognise-mentions.ts';
import { clusterMentions } from '../src/link/link-entities.ts';
import { loadResources } from '../src/resources.ts';
import { annotateText } from '../src/text/annotate-text.ts';
import { parseCoreference } from '../src/train/parse-coreference.ts';
import {
  scoreAntecedents,
  trainAntecedents,
  writeAntecedentWeights,
} from '../src/train/train-antecedents.ts';
import type { CoreferenceExample } from '../src/train/train-antecedents.ts';

const [, , corpora, models = 'data/models'] = process.argv;
if (corpora === undefined) throw new Error('usage: train-antecedents CORPORA_FOLDER [MODEL_FOLDER]');
const folder = corpora;
const resources = await loadResources();

function readExamples(part: string): CoreferenceExample[] {
  const file = path.join(folder, 'ud', `en_gum-open-${part}.conllu.gz`);
  return parseCoreference(gunzipSync(readFileSync(file)).toString('utf8')).map((gold) => {
    const sha256 = createHash('sha256').update(gold.text).digest('hex');
    const article = { id: gold.id, text: gold.text, sha256, metadata: [], origin: gold.id };
    const text = annotateText(article, resources.language);
    const attributions = resources.extractor.extract(text);
    const extraction = {
      text,
      attributions,
      mentions: recogniseMentions(text, attributions, resources.names),
    };
    const { persons, things, described } = clusterMentions(extraction, resources.registers);
    return { extraction, clusters: [...persons, ...things, ...described], gold };
  });
}

const [train, dev, test] = ['train', 'dev', 'test'].map(readExamples);
if (train === undefined || dev === undefined || test === undefined) throw new Error('no corpus');
const weights = trainAntecedents(train, { epochs: 3, seed: 1 });
for (const [name, examples] of Object.entries({ train, dev, test })) {
  for (const forms of [/^(?:he|him|his|she|her)$/, /^(?:they|them|their)$/, /^(?:it|its)$/]) {
    const score = JSON.stringify(scoreAntecedents(examples, weights, forms));
    process.stdout.write(`${name} ${forms.source}: ${score}\n`);
  }
}
writeFileSync(
  path.join(models, 'antecedents.tsv'),
  writeAntecedentWeights(
    weights,
    '# Made by scripts/train-antecedents.ts; sources and licences: data/README.md. Columns: feature, weight.\n',
  ),
);
