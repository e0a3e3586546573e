import type { Extractor } from '../extract/extractor.ts';
import type { NameLexicon } from '../extract/names/name-lexicon.ts';
import { recogniseMentions } from '../extract/names/recognise-mentions.ts';
import { clusterMentions } from '../link/link-entities.ts';
import type { Registers } from '../link/link-entities.ts';
import { annotateText } from '../text/annotate-text.ts';
import type { LanguageModels } from '../text/language-models.ts';
import { parseCoreference } from './parse-coreference.ts';
import { scoreAntecedents, trainAntecedents, writeAntecedentWeights } from './train-antecedents.ts';
import type { AntecedentScore, CoreferenceExample } from './train-antecedents.ts';

/** The recipe by which `data/models/antecedents.tsv` is made. */
export const ANTECEDENT_RECIPE = { epochs: 3, seeds: 10 } as const;

/** What training needs besides the corpora. */
export interface AntecedentSetting {
  readonly language: LanguageModels;
  readonly extractor: Extractor;
  readonly names: NameLexicon;
  readonly registers: Omit<Registers, 'antecedents'>;
}

/** A part of a corpus with coreference, in GUM's CoNLL-U. */
export interface CoreferenceCorpus {
  readonly name: string;
  readonly licence: string;
  readonly content: string;
}

/** How well pronouns of a kind find their antecedents. */
export interface PronounScore extends AntecedentScore {
  readonly corpus: string;
  readonly pronouns: string;
}

const PRONOUNS = [
  ['he, she', /^(?:he|him|his|she|her)$/u],
  ['they', /^(?:they|them|their)$/u],
  ['it', /^(?:it|its)$/u],
] as const;

function readExamples({ content }: CoreferenceCorpus, setting: AntecedentSetting): CoreferenceExample[] {
  const { language, extractor, names, registers } = setting;
  return parseCoreference(content).map((gold) => {
    const { id, text: words } = gold;
    const text = annotateText({ id, text: words, sha256: '', metadata: [], origin: id }, language);
    const attributions = extractor.extract(text);
    const extraction = { text, attributions, mentions: recogniseMentions(text, attributions, names) };
    const { persons, things, described } = clusterMentions(extraction, registers);
    return { extraction, clusters: [...persons, ...things, ...described], gold };
  });
}

/** The table of weights, and how it does on corpora held out. The same input gives the same bytes. */
export function buildAntecedents(
  taught: readonly CoreferenceCorpus[],
  heldOut: readonly CoreferenceCorpus[],
  setting: AntecedentSetting,
): { readonly file: string; readonly scores: readonly PronounScore[] } {
  const examples = taught.flatMap((corpus) => readExamples(corpus, setting));
  const weights = trainAntecedents(examples, ANTECEDENT_RECIPE);
  const sources = taught.map(({ name, licence }) => `${name} (${licence})`).join(', ');
  const header = `# Made by demarche train from ${sources}; ${ANTECEDENT_RECIPE.epochs} rounds, ${ANTECEDENT_RECIPE.seeds} seeds; weights CC BY-SA 4.0. Columns: feature, weight.\n`;
  return {
    file: writeAntecedentWeights(weights, header),
    scores: heldOut.flatMap((corpus) => {
      const test = readExamples(corpus, setting);
      return PRONOUNS.map(([pronouns, forms]) => ({
        corpus: corpus.name,
        pronouns,
        ...scoreAntecedents(test, weights, forms),
      }));
    }),
  };
}
