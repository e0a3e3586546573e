import type { Attribution } from '../../model/attribution.ts';
import type { AnnotatedText } from '../../model/annotated-text.ts';
import { overlaps, sliceText } from '../../model/span.ts';
import type { Extractor } from '../extractor.ts';
import { nestAttributions } from '../nest-attributions.ts';
import { separateReports } from '../separate-reports.ts';
import { confidenceAlone, contentLikeness, joinConfidences, sameCue } from './align-attributions.ts';
import { quoteOnce } from './quote-once.ts';
import { SpanIndex } from './span-index.ts';
import type { ModelExtractor, ModelFindings } from './model-extractor.ts';

/** Rules that cut content and source better than the models: measured on GUM, or of a kind that no corpus teaches. */
const BETTER_CUT: ReadonlySet<string> = new Set([
  'rules/according-to',
  'rules/as-report',
  'rules/colon-quotation',
  'rules/copular-report',
  'rules/heading-answer',
  'rules/headline-colon',
  'rules/headline-report',
  'rules/light-verb-report',
  'rules/misplaced-marks',
  'rules/speaker-turn',
]);

/** Rules that need no word which reports: by the clause that depends on it, or by the words after a colon. */
const SURE_OF_CUE: ReadonlySet<string> = new Set(['rules/indirect-speech', 'rules/colon-quotation']);

/** What only one of the two has found counts from here on. */
export interface MergeOptions {
  readonly leastRuleConfidence: number;
  readonly leastModelConfidence: number;
  /** A rule’s cue of speech or thought is left out when the models think it less probable than this. */
  readonly leastCueProbability: number;
}

/** The dial at which the merge works: measured on GUM’s political documents and on diplomatic articles. */
export const DEFAULT_MERGE: MergeOptions = {
  leastRuleConfidence: 0.4,
  leastModelConfidence: 0.45,
  leastCueProbability: 0.02,
};

/** The extractor that unites what rules and models find, and says of each attribution who found it. */
export function createMergeExtractor(
  rules: Extractor,
  models: ModelExtractor,
  options: MergeOptions = DEFAULT_MERGE,
): Extractor {
  return {
    name: 'merge',
    extract: (text) => {
      const ruled = rules.extract(text);
      return mergeAttributions(ruled, models.readBeside(text, ruled), options, text);
    },
  };
}

/** The aligned union of what rules and models found, in reading order, tidied and nested anew. */
export function mergeAttributions(
  ruled: readonly Attribution[],
  { attributions: modelled, cueProbabilities }: ModelFindings,
  options: MergeOptions = DEFAULT_MERGE,
  text?: AnnotatedText,
): readonly Attribution[] {
  const partners = alignAttributions(ruled, modelled);
  const united = modelled.flatMap((attribution, index) => {
    const partner = ruled[partners.get(index) ?? -1];
    if (partner !== undefined) return [unite(partner, attribution)];
    // “were asked about the strike”: what neither a rule found nor anybody says was never right.
    if (attribution.source.length === 0 || attribution.confidence < options.leastModelConfidence) return [];
    if (text !== undefined && isApartFromNoun(attribution, text.text)) return [];
    return [{ ...attribution, confidence: confidenceAlone(attribution.confidence) }];
  });
  const paired = new Set(partners.values());
  const told = new SpanIndex();
  united.forEach(({ cue, content }, index) => told.add([...cue, ...content], index));
  const alone = ruled.filter(
    (attribution, index) =>
      !paired.has(index) &&
      (attribution.reporting === 'headline' || attribution.confidence >= options.leastRuleConfidence) &&
      !isDoubted(attribution, cueProbabilities, options, text?.text) &&
      !repeats(
        attribution,
        told.near([...attribution.cue, ...attribution.content]).flatMap((near) => united[near] ?? []),
      ),
  );
  const found = quoteOnce([...united, ...alone]).map(withoutParent);
  return nestAttributions(text === undefined ? found : separateReports(text, found));
}

/**
 * “Talks – one of his pledges – are to | start” and “from its ambitions in Syria | to its goals at home”: a noun that no
 * rule takes for a report, and words that are not its content.
 */
function isApartFromNoun({ cueKind, cue, content }: Attribution, text: string): boolean {
  const [noun, told] = [cue.at(-1), content[0]];
  if (cueKind !== 'noun' || noun === undefined || told === undefined || told.start < noun.end) return false;
  const isAside = /[–—()]/u.test(text.slice(noun.end, told.start));
  const isRow = /\bfrom (?:[^\s]+ ){1,3}$/iu.test(text.slice(Math.max(0, noun.start - 40), noun.start));
  return isAside || (isRow && /^to (?:its|their|his|her|the)\b/iu.test(text.slice(told.start, told.end)));
}

/** Which of the rules’ attributions has the cue of each of the models’. */
export function alignAttributions(
  ruled: readonly Attribution[],
  modelled: readonly Attribution[],
): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const used = new Set<number>();
  const cues = new SpanIndex();
  ruled.forEach(({ cue }, index) => cues.add(cue, index));
  for (const [index, attribution] of modelled.entries()) {
    const partner = cues.near(attribution.cue).find((place) => {
      const other = ruled[place];
      return other !== undefined && !used.has(place) && sameCue(attribution, other);
    });
    if (partner === undefined) continue;
    used.add(partner);
    partners.set(index, partner);
  }
  return partners;
}

/** From here on a rule's finding about a wish, a pledge or a fixed phrase is surer than the models' doubt. */
const SURE_RULE: Readonly<Record<string, number>> = {
  'rules/adjective-report': 0.44,
  'rules/as-report': 0.2,
  'rules/colon-quotation': 0.2,
  'rules/copular-report': 0.2,
  'rules/infinitive-report': 0.7,
  'rules/light-verb-report': 0.46,
  'rules/object-report': 0.54,
};

const OF_READINESS =
  /^(?:be against|be in favour of|open|closed|willing|unwilling|ready|prepared|unprepared|opposed|committed|determined|reluctant|keen|wary|hostile)$/u;
const ANYBODY = /^(?:I|you|we|it|one|those|which|that|who)$/iu;

/**
 * “Algeria is against it”, “the chairman offered to mediate”, “the envoy appealed for calm”, “gave the junta a week to
 * leave”: constructions that the models' corpora do not annotate, so that a small probability says nothing.
 */
function isBeyondModels(
  { source, foundBy, confidence, cueKind, cueLemma = '' }: Attribution,
  text: string | undefined,
): boolean {
  const [speaker] = source;
  if (speaker === undefined || (text !== undefined && ANYBODY.test(sliceText(text, speaker)))) return false;
  const rule = foundBy.find((name) => confidence >= (SURE_RULE[name] ?? Infinity));
  if (rule === 'rules/adjective-report') return OF_READINESS.test(cueLemma);
  if (rule === 'rules/object-report') return cueKind === 'speech' && cueLemma.includes(' ');
  return rule !== undefined && !cueLemma.startsWith('have ');
}

/** The models know speech and thought; of acts, of headlines, of “I think” and of what has no cue they know nothing. */
function isDoubted(
  attribution: Attribution,
  cueProbabilities: Float32Array,
  { leastCueProbability }: MergeOptions,
  text: string | undefined,
): boolean {
  const { cueToken, cueKind, reporting, foundBy } = attribution;
  const probability = cueProbabilities[cueToken] ?? -1;
  return (
    !isBeyondModels(attribution, text) &&
    cueKind !== 'act' &&
    cueKind !== 'according-to' &&
    reporting !== 'headline' &&
    !foundBy.some((rule) => SURE_OF_CUE.has(rule)) &&
    probability >= 0 &&
    probability < leastCueProbability
  );
}

/** What both found: the better cut of content and source, and more confidence where they agree. */
function unite(ruled: Attribution, modelled: Attribution): Attribution {
  const trusted = ruled.foundBy.some((rule) => BETTER_CUT.has(rule));
  const [better, other] =
    trusted || interrupts(ruled, modelled) || swallows(ruled, modelled)
      ? [ruled, modelled]
      : [modelled, ruled];
  const source = better.source.length > 0 ? better.source : other.source;
  const free = source === better.source || !touches(source, better.content);
  return {
    ...better,
    source: free ? source : better.source,
    foundBy: [...ruled.foundBy, ...modelled.foundBy],
    confidence: joinConfidences(ruled.confidence, modelled.confidence, contentLikeness(ruled, modelled)),
  };
}

/** “Georgia, | he said, | would not yield.”: the models keep only the words after the cue. */
function interrupts(ruled: Attribution, modelled: Attribution): boolean {
  const [cue] = ruled.cue;
  const [before, after] = ruled.content;
  if (cue === undefined || before === undefined || after === undefined) return false;
  const around = before.end <= cue.start && after.start >= cue.end;
  return around && modelled.content.every((span) => overlaps(span, before) !== overlaps(span, after));
}

/** “| Mulroney | called on | the senators to resign”: the models take the speaker for a part of what is said. */
function swallows(ruled: Attribution, modelled: Attribution): boolean {
  return modelled.source.length === 0 && touches(ruled.source, modelled.content);
}

function touches(left: Attribution['source'], right: Attribution['content']): boolean {
  return left.some((span) => right.some((other) => overlaps(span, other)));
}

/** A quotation that has found its speaker is not told again without one. */
function repeats(attribution: Attribution, others: readonly Attribution[]): boolean {
  if (attribution.cue.length > 0) return others.some((other) => touches(attribution.cue, other.cue));
  return others.some((other) => contentLikeness(attribution, other) >= 0.5 && other.cue.length > 0);
}

function withoutParent({ parent: _parent, ...attribution }: Attribution): Attribution {
  return attribution;
}
