import type { Attribution } from '../../model/attribution.ts';
import { overlaps } from '../../model/span.ts';
import type { Extractor } from '../extractor.ts';
import { nestAttributions } from '../nest-attributions.ts';
import { contentLikeness, joinConfidences, sameCue } from './align-attributions.ts';
import type { ModelExtractor } from './model-extractor.ts';

/** Rules whose content is better cut than the models’: their boundaries are kept where both found the same cue. */
const BETTER_CUT: ReadonlySet<string> = new Set([
  'rules/speaker-turn',
  'rules/headline-report',
  'rules/headline-colon',
  'rules/heading-answer',
  'rules/misplaced-marks',
  'rules/direct-quotation',
  'rules/infinitive-report',
  'rules/object-report',
  'rules/reported-act',
  'rules/adjective-report',
  'rules/light-verb-report',
]);

/** Finds what only the rules or only the models found, below which confidence it is left out. */
export interface MergeOptions {
  readonly leastRuleConfidence: number;
  readonly leastModelConfidence: number;
}

/** The dial at which the merge works: measured on GUM’s political documents. */
export const DEFAULT_MERGE: MergeOptions = { leastRuleConfidence: 0.4, leastModelConfidence: 0.3 };

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
      return mergeAttributions(ruled, models.readBeside(text, ruled).attributions, options);
    },
  };
}

/** The aligned union of both lists, in reading order, nested anew. */
export function mergeAttributions(
  ruled: readonly Attribution[],
  modelled: readonly Attribution[],
  options: MergeOptions = DEFAULT_MERGE,
): readonly Attribution[] {
  const partners = alignAttributions(ruled, modelled);
  const united = modelled.flatMap((attribution, index) => {
    const partner = ruled[partners.get(index) ?? -1];
    if (partner !== undefined) return [unite(partner, attribution)];
    return attribution.confidence >= options.leastModelConfidence ? [attribution] : [];
  });
  const paired = new Set(partners.values());
  const alone = ruled.filter(
    (attribution, index) =>
      !paired.has(index) &&
      attribution.confidence >= options.leastRuleConfidence &&
      !repeats(attribution, united),
  );
  return nestAttributions([...united, ...alone].map(withoutParent));
}

/** Which of the rules’ attributions has the cue of each of the models’. */
export function alignAttributions(
  ruled: readonly Attribution[],
  modelled: readonly Attribution[],
): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const used = new Set<number>();
  for (const [index, attribution] of modelled.entries()) {
    const partner = ruled.findIndex((other, place) => !used.has(place) && sameCue(attribution, other));
    if (partner < 0) continue;
    used.add(partner);
    partners.set(index, partner);
  }
  return partners;
}

/** What both found: the better cut of content and source, and more confidence where they agree. */
function unite(ruled: Attribution, modelled: Attribution): Attribution {
  const trusted = ruled.foundBy.some((rule) => BETTER_CUT.has(rule));
  const [better, other] = trusted ? [ruled, modelled] : [modelled, ruled];
  const source = better.source.length > 0 ? better.source : other.source;
  const free = source === better.source || !touches(source, better.content);
  return {
    ...better,
    source: free ? source : better.source,
    foundBy: [...ruled.foundBy, ...modelled.foundBy],
    confidence: joinConfidences(ruled.confidence, modelled.confidence, contentLikeness(ruled, modelled)),
  };
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
