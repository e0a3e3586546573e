import type { Evaluation } from '../../evaluate/evaluate-claims.ts';
import type { GroupCounts } from '../../evaluate/group-claims.ts';
import type { ClaimError } from '../../evaluate/list-errors.ts';
import type { Accuracy, Agreement } from '../../evaluate/measures.ts';
import type { DocumentScore } from '../../evaluate/score-document.ts';
import { renderTable } from '../render-table.ts';
import type { TableColumn } from '../render-table.ts';

const percent = (share: number): string => (100 * share).toFixed(1);

function columns(first: string, ...numbers: readonly string[]): readonly TableColumn[] {
  return [{ head: first }, ...numbers.map((head) => ({ head, align: 'right' as const }))];
}

function agreementRow(
  name: string,
  { precision, recall, f1, right, gold, predicted }: Agreement,
): readonly string[] {
  return [
    name,
    percent(precision),
    percent(recall),
    percent(f1),
    String(right),
    String(gold),
    String(predicted),
  ];
}

function accuracyRow(name: string, { accuracy, count }: Accuracy): readonly string[] {
  return [name, percent(accuracy), String(count)];
}

/**
 * An evaluation as tables: agreement, values on matched claims, recall by kind of report, links. Where gold has
 * attributions alone, agreement alone.
 */
export function formatEvaluation(evaluation: Evaluation, width: number): string {
  const { spans, claims, polarity, links, nested } = evaluation;
  const agreement = renderTable(
    columns('', 'P', 'R', 'F1', 'right', 'gold', 'predicted'),
    [
      agreementRow('source, exact', spans.source.exact),
      agreementRow('source, overlapping', spans.source.lenient),
      agreementRow('cue, exact', spans.cue.exact),
      agreementRow('cue, overlapping', spans.cue.lenient),
      agreementRow('content, exact', spans.content.exact),
      agreementRow('content, overlapping', spans.content.lenient),
      agreementRow('attribution', evaluation.attributions),
      agreementRow('claim by content', evaluation.claimsByContent),
      ...(evaluation.isBare
        ? []
        : [
            agreementRow('claim with holder', claims),
            agreementRow('claim with holder and polarity', evaluation.claimsWithPolarity),
          ]),
    ],
    { width },
  );
  if (evaluation.isBare) return agreement;
  const matched = renderTable(
    columns('on claims with the right holder', 'accuracy', 'n'),
    [
      accuracyRow('polarity', polarity),
      accuracyRow('stance', evaluation.stance),
      accuracyRow('issue', evaluation.issue),
      accuracyRow('speaker', evaluation.speaker),
      accuracyRow('reporting', evaluation.reporting),
      accuracyRow('certainty', evaluation.certainty),
    ],
    { width },
  );
  const reporting = renderTable(
    columns('gold claims found with holder', 'R', 'found', 'gold'),
    [
      ...Object.entries(evaluation.recallByReporting).map(([kind, { recall, right, gold }]) => [
        kind,
        percent(recall),
        String(right),
        String(gold),
      ]),
      [
        'speaker is not holder',
        percent(nested.gold === 0 ? 0 : nested.found / nested.gold),
        String(nested.found),
        String(nested.gold),
      ],
    ],
    { width },
  );
  return [
    agreement,
    `95 % interval of “claim with holder”, F1: ${percent(claims.interval[0])} – ${percent(claims.interval[1])} (bootstrap over articles)\n`,
    matched,
    `polarity: macro-F1 ${percent(polarity.macroF1)}; the most frequent class alone would give ${percent(polarity.majority)}\n`,
    reporting,
    `entity links: ${links.right} right, ${links.wrong} wrong of ${links.gold} gold items, ${links.found} found; ` +
      `accuracy ${percent(links.accuracy)}, of those found ${percent(links.accuracyOfFound)}, precision ${percent(links.precision)}\n`,
  ].join('\n');
}

/** The counts of each document. */
export function formatDocuments(documents: readonly DocumentScore[], width: number): string {
  return renderTable(
    columns('article', 'gold', 'predicted', 'content', 'holder'),
    documents.map(({ id, gold, predicted, content, full }) => [
      id,
      ...[gold, predicted, content, full].map(String),
    ]),
    { width },
  );
}

/** The counts of each group of claims. */
export function formatGroups(by: string, groups: readonly GroupCounts[], width: number): string {
  return renderTable(
    columns(by, 'gold', 'found', 'holder', 'polarity', 'predicted', 'right'),
    groups.map((counts) => [
      counts.group,
      ...[
        counts.gold,
        counts.found,
        counts.foundWithHolder,
        counts.foundWithPolarity,
        counts.predicted,
        counts.right,
      ].map(String),
    ]),
    { width },
  );
}

const ERROR_HEADS = {
  missed: 'MISSED',
  'other-holder': 'OTHER HOLDER',
  'other-source': 'OTHER SOURCE OR CUE',
  invented: 'INVENTED',
} as const;

/** One error for reading: what, where, the parts, the sentence. */
export function formatError(error: ClaimError): string {
  const holder =
    error.predictedHolder === undefined
      ? error.holder
      : `${error.holder}, predicted ${error.predictedHolder}`;
  return [
    `${ERROR_HEADS[error.kind]} ${error.document}${error.reporting === '' ? '' : ` (${error.reporting})`}`,
    ...(holder === '' ? [] : [`  holder:   ${holder}`]),
    `  cue:      ${error.cue === '' ? '(none)' : error.cue}`,
    `  content:  ${error.content}`,
    ...(error.sentence === '' ? [] : [`  sentence: ${error.sentence}`]),
    '',
  ].join('\n');
}
