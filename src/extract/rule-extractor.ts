import type { AnnotatedText } from '../model/annotated-text.ts';
import type { ActorNouns } from './actor-nouns.ts';
import type { AttributionRule, Reading } from './attribution-rule.ts';
import { ATTRIBUTION_RULES, REMAINDER_RULES } from './attribution-rules.ts';
import type { Extractor } from './extractor.ts';
import { findVerbCues } from './find-verb-cues.ts';
import type { Finding } from './finding.ts';
import { addFollowingQuotations } from './following-quotation.ts';
import { judgeSources } from './judge-sources.ts';
import { nestAttributions } from './nest-attributions.ts';
import type { NounKind, NounKinds } from './noun-kinds.ts';
import type { ReportingLexicon } from './reporting-lexicon.ts';
import type { RuleReliability } from './rule-reliability.ts';
import { separateReports } from './separate-reports.ts';
import { isStatement } from './statement-voice.ts';
import { toAttribution } from './to-attribution.ts';
import { rangesMeet, subtractRanges, trimRange } from './token-range.ts';

/**
 * The extractor of dependency rules over the tree, with repair by tags and marks where a parse is poor. Without
 * reliabilities all rules count the same; without actor nouns only names and pronouns can ban, sign or expel; without
 * kinds of nouns whatever stands as a subject can speak.
 */
export function createRuleExtractor(
  lexicon: ReportingLexicon,
  reliability: RuleReliability = new Map<string, number>(),
  actorNouns: ActorNouns = new Set<string>(),
  nounKinds: NounKinds = new Map<string, NounKind>(),
): Extractor {
  return {
    name: 'rules',
    extract: (text) => {
      const reading: Reading = { text, lexicon, actorNouns, nounKinds, verbs: findVerbCues(text, lexicon) };
      const statement = isStatement(text);
      return nestAttributions(
        separateReports(
          text,
          findAll(reading).map((finding) => toAttribution(text, finding, { reliability, statement })),
        ),
      );
    },
  };
}

function findAll(reading: Reading): readonly Finding[] {
  const attributed = applyRules(reading, ATTRIBUTION_RULES, []);
  return applyRules(reading, REMAINDER_RULES, addFollowingQuotations(reading.text, attributed));
}

function applyRules(
  reading: Reading,
  rules: readonly AttributionRule[],
  before: readonly Finding[],
): readonly Finding[] {
  const isPlausible = judgeSources(reading.text, reading.nounKinds);
  const accepted = [...before];
  const claimed = new Set(before.flatMap(cueTokens));
  for (const rule of rules) {
    for (const finding of rule.find(reading, accepted)) {
      const cue = cueTokens(finding);
      if (finding.content.length === 0 || cue.some((token) => claimed.has(token))) continue;
      if (!isPlausible(finding)) continue;
      for (const token of cue) claimed.add(token);
      accepted.push(withOwnSource(reading.text, finding, accepted));
    }
  }
  return accepted;
}

function cueTokens(finding: Finding): readonly number[] {
  return finding.cue.flatMap(({ first, end }) =>
    Array.from({ length: end - first }, (_, step) => first + step),
  );
}

/** “According to the agency, the mayor said …”: the agency is not part of the second source. */
function withOwnSource(text: AnnotatedText, finding: Finding, accepted: readonly Finding[]): Finding {
  const others = accepted
    .filter((other) => other.cueKind === 'according-to' && meets(other, finding))
    .flatMap((other) => [...other.source, ...other.cue]);
  const source = finding.source.map((range) => {
    const pieces = subtractRanges(range, others).flatMap((piece) => trimRange(text, piece) ?? []);
    return pieces.at(-1) ?? range;
  });
  return { ...finding, source };
}

function meets(left: Finding, right: Finding): boolean {
  const named = [...left.source, ...left.cue];
  return right.source.some((range) => named.some((other) => rangesMeet(other, range)));
}
