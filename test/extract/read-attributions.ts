import { readFileSync } from 'node:fs';

import { parseActorNouns } from '../../src/extract/actor-nouns.ts';
import { parseNounKinds } from '../../src/extract/noun-kinds.ts';
import { parseReportingLexicon } from '../../src/extract/reporting-lexicon.ts';
import { createRuleExtractor } from '../../src/extract/rule-extractor.ts';
import { parseRuleReliability } from '../../src/extract/rule-reliability.ts';
import type { Attribution } from '../../src/model/attribution.ts';
import type { AnnotatedText } from '../../src/model/annotated-text.ts';
import { sliceText, type Span } from '../../src/model/span.ts';
import { annotateText } from '../../src/text/annotate-text.ts';
import { readLanguageModels } from '../../src/text/language-models.ts';

const data = new URL('../../data/', import.meta.url);

function readList(name: string): string {
  return readFileSync(new URL(`lexicon/${name}.tsv`, data), 'utf8');
}

const models = readLanguageModels((file) => readFileSync(new URL(`models/${file}`, data)));

/** The rules with the lists that ship. */
export const extractor = createRuleExtractor(
  parseReportingLexicon(readList('reporting'), 'reporting.tsv'),
  parseRuleReliability(readList('rule-reliability'), 'rule-reliability.tsv'),
  parseActorNouns(['offices', 'group-nouns', 'institution-nouns'].map(readList)),
  parseNounKinds(readList('noun-kinds'), 'noun-kinds.tsv'),
);

/** The text as the shipped models read it; the hash does not matter here. */
export function annotate(text: string): AnnotatedText {
  return annotateText({ id: 'test', text, sha256: '', metadata: [], origin: 'test' }, models);
}

/** What the rules find in the text. */
export function readAttributions(text: string): readonly Attribution[] {
  return extractor.extract(annotate(text));
}

/** The fragments as one string: “A … B”. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map((span) => sliceText(text, span)).join(' … ');
}

/** The attribution in one line: `source | cue | content`. */
export function lineOf(text: string, attribution: Attribution): string {
  const { source, cue, content } = attribution;
  return [source, cue, content].map((spans) => wordsOf(text, spans)).join(' | ');
}

/** All attributions of a text in lines. */
export function linesOf(text: string): readonly string[] {
  return readAttributions(text).map((attribution) => lineOf(text, attribution));
}
