import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseActorNouns } from '../src/extract/actor-nouns.ts';
import type { Extractor } from '../src/extract/extractor.ts';
import { parseLexicalClasses } from '../src/extract/models/lexical-classes.ts';
import type { ModelLexicons } from '../src/extract/models/reading.ts';
import { parseNounKinds } from '../src/extract/noun-kinds.ts';
import { parseReportingLexicon } from '../src/extract/reporting-lexicon.ts';
import { createRuleExtractor } from '../src/extract/rule-extractor.ts';
import { parseRuleReliability } from '../src/extract/rule-reliability.ts';
import { readLanguageModels } from '../src/text/language-models.ts';
import type { LanguageModels } from '../src/text/language-models.ts';

/** The rules and the lists of words that the models are stacked on, as the files of `data/lexicon` have them. */
export function readAttributionSetting(data = 'data'): {
  readonly rules: Extractor;
  readonly lexicons: ModelLexicons;
} {
  const read = (name: string): string => readFileSync(path.join(data, 'lexicon', `${name}.tsv`), 'utf8');
  const reporting = parseReportingLexicon(read('reporting'), 'reporting.tsv');
  const reliability = parseRuleReliability(read('rule-reliability'), 'rule-reliability.tsv');
  const actorNouns = parseActorNouns(['offices', 'group-nouns', 'institution-nouns'].map(read));
  const nounKinds = parseNounKinds(read('noun-kinds'), 'noun-kinds.tsv');
  const classes = parseLexicalClasses(read('lexical-classes'), 'lexical-classes.tsv');
  return {
    rules: createRuleExtractor(reporting, reliability, actorNouns, nounKinds),
    lexicons: { reporting, classes, nounKinds },
  };
}

/** The language models of a folder. */
export function readLanguageFolder(folder: string): LanguageModels {
  return readLanguageModels((name) => readFileSync(path.join(folder, name)));
}
