import { bootstrapInterval } from './bootstrap.ts';
import type { ClaimDocument } from './claim-document.ts';
import { measureAccuracy, measureAgreement, measureClasses } from './measures.ts';
import type { Accuracy, Agreement, ClassAgreement } from './measures.ts';
import { scoreDocument } from './score-document.ts';
import type { DocumentScore, SpanPart } from './score-document.ts';

/** How well predictions agree with gold, over all documents. */
export interface Evaluation {
  /** Gold has attributions alone: what is said of holders, positions and links counts nothing. */
  readonly isBare: boolean;
  readonly documents: readonly DocumentScore[];
  readonly spans: Readonly<Record<SpanPart, { readonly exact: Agreement; readonly lenient: Agreement }>>;
  /** Content agrees, source and cue overlap. */
  readonly attributions: Agreement;
  readonly claimsByContent: Agreement;
  /** Content and holder agree: the measure that the interval belongs to. */
  readonly claims: Agreement & { readonly interval: readonly [low: number, high: number] };
  readonly claimsWithPolarity: Agreement;
  readonly polarity: ClassAgreement;
  readonly stance: Accuracy;
  readonly issue: Accuracy;
  readonly reporting: Accuracy;
  readonly certainty: Accuracy;
  readonly speaker: Accuracy;
  readonly links: {
    readonly gold: number;
    readonly found: number;
    readonly right: number;
    readonly wrong: number;
    readonly accuracy: number;
    readonly accuracyOfFound: number;
    readonly precision: number;
  };
  readonly recallByReporting: Readonly<Record<string, Agreement>>;
  readonly nested: { readonly found: number; readonly gold: number };
  readonly warnings: readonly string[];
}

/** Gold documents beside what was predicted for each. */
export interface PairedDocuments {
  readonly pairs: readonly { readonly gold: ClaimDocument; readonly predicted: ClaimDocument }[];
  readonly warnings: readonly string[];
}

/** Puts predictions beside gold by id; of two predictions for one document the later counts. */
export function pairDocuments(
  golds: readonly ClaimDocument[],
  predictions: readonly ClaimDocument[],
): PairedDocuments {
  const byId = new Map(predictions.map((document) => [document.id, document]));
  const ids = new Set(golds.map(({ id }) => id));
  const warnings = predictions
    .filter(({ id }) => !ids.has(id))
    .map(({ id }) => `prediction for unknown document ${id} left out`);
  if (byId.size !== predictions.length)
    warnings.push('several predictions for one document: the last one counts');
  const pairs = golds.map((gold) => {
    const predicted = byId.get(gold.id);
    if (predicted === undefined) warnings.push(`no prediction for ${gold.id}`);
    if (predicted?.sha256 !== undefined && gold.sha256 !== undefined && predicted.sha256 !== gold.sha256) {
      warnings.push(`${gold.id}: another text (SHA-256 differs), so that offsets do not compare`);
    }
    return { gold, predicted: predicted ?? { id: gold.id, entities: [], claims: [] } };
  });
  return { pairs, warnings };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function sumRecallByReporting(documents: readonly DocumentScore[]): Readonly<Record<string, Agreement>> {
  const sums = new Map<string, { readonly found: number; readonly gold: number }>();
  for (const { byReporting } of documents) {
    for (const [kind, { found, gold }] of byReporting) {
      const sum = sums.get(kind) ?? { found: 0, gold: 0 };
      sums.set(kind, { found: sum.found + found, gold: sum.gold + gold });
    }
  }
  return Object.fromEntries(
    [...sums].map(([kind, { found, gold }]) => [kind, measureAgreement(found, gold, 0)]),
  );
}

/** Scores predictions against gold: counts are summed over documents first, shares taken last (micro average). */
export function evaluateClaims(
  golds: readonly ClaimDocument[],
  predictions: readonly ClaimDocument[],
): Evaluation {
  const { pairs, warnings } = pairDocuments(golds, predictions);
  const documents = pairs.map(({ gold, predicted }) => scoreDocument(gold, predicted));
  const sum = (count: (document: DocumentScore) => number): number =>
    documents.reduce((total, document) => total + count(document), 0);
  const [gold, predicted] = [sum((one) => one.gold), sum((one) => one.predicted)];
  const agreement = (count: (document: DocumentScore) => number): Agreement =>
    measureAgreement(sum(count), gold, predicted);
  const spansOf = (part: SpanPart, kind: 'exact' | 'lenient'): Agreement =>
    measureAgreement(
      sum(({ spans }) => spans[part][kind]),
      sum(({ spans }) => spans[part].gold),
      sum(({ spans }) => spans[part].predicted),
    );
  const bothWays = (part: SpanPart): Evaluation['spans'][SpanPart] => ({
    exact: spansOf(part, 'exact'),
    lenient: spansOf(part, 'lenient'),
  });
  const matched = sum((one) => one.full);
  const links = {
    gold: sum((one) => one.links.gold),
    found: sum((one) => one.links.found),
    right: sum((one) => one.links.right),
    wrong: sum((one) => one.links.wrong),
  };
  return {
    isBare: golds.every((document) => document.isBare === true),
    documents,
    spans: { source: bothWays('source'), cue: bothWays('cue'), content: bothWays('content') },
    attributions: agreement((one) => one.attribution),
    claimsByContent: agreement((one) => one.content),
    claims: { ...agreement((one) => one.full), interval: bootstrapInterval(documents) },
    claimsWithPolarity: agreement((one) => one.polarity.filter(([left, right]) => left === right).length),
    polarity: measureClasses(
      documents.flatMap((one) => one.polarity),
      [-1, 0, 1],
    ),
    stance: measureAccuracy(documents.flatMap((one) => one.stance)),
    issue: measureAccuracy(documents.flatMap((one) => one.issue)),
    reporting: measureAccuracy(documents.flatMap((one) => one.reporting)),
    certainty: measureAccuracy(documents.flatMap((one) => one.certainty)),
    speaker: {
      count: matched,
      accuracy: share(
        sum((one) => one.speaker),
        matched,
      ),
    },
    links: {
      ...links,
      accuracy: share(links.right, links.gold),
      accuracyOfFound: share(links.right, links.found),
      precision: share(links.right, links.right + links.wrong),
    },
    recallByReporting: sumRecallByReporting(documents),
    nested: { found: sum((one) => one.nested.found), gold: sum((one) => one.nested.gold) },
    warnings,
  };
}
