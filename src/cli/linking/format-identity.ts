import type { Identity, IdentityMention } from '../../export/identities/identity.ts';
import type { Terminal } from '../terminal.ts';

const JUDGEMENTS = { linked: 'linked', nil: 'not linked', review: 'for review' } as const;

/** An actor's identity for people to read: who it is, how sure that is, the runner-up, the reasons, the mentions. */
export function formatIdentity(identity: Identity, { colour }: Pick<Terminal, 'colour'>): string {
  const { label, type, judgement, qid, score, candidate, runnerUp, reasons, decided } = identity;
  const who = qid ?? (candidate === undefined ? undefined : `${candidate}?`);
  const counts = `${plural(identity.claims, 'claim')}, ${plural(identity.mentions.length, 'mention')}`;
  const head = [
    colour('bold', label),
    type,
    ...(who === undefined ? [] : [who]),
    JUDGEMENTS[judgement],
    score.toFixed(2),
  ];
  return [
    `${head.join('  ')}  (${counts})`,
    ...(identity.names.length === 0 ? [] : [`  also      ${identity.names.join(', ')}`]),
    ...(identity.offices.length === 0 ? [] : [`  office    ${identity.offices.join('; ')}`]),
    ...(runnerUp === undefined
      ? []
      : [`  runner-up ${runnerUp.label} ${runnerUp.qid} ${runnerUp.score.toFixed(2)}`]),
    ...(decided === undefined ? [] : [`  decided   by ${decided.by} on ${decided.on}`]),
    ...(reasons.length === 0 ? [] : [`  reason    ${reasons.join('; ')}`]),
    ...formatMentions(identity.mentions),
    `  actor     ${identity.actor}`,
  ].join('\n');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A line an article: each wording with the lines on which it stands. */
function formatMentions(mentions: readonly IdentityMention[]): readonly string[] {
  const articles = new Map<string, Map<string, string[]>>();
  for (const { article, words, line, start, end } of mentions) {
    const wordings = articles.get(article) ?? new Map<string, string[]>();
    articles.set(article, wordings);
    // Without the article's text the graph knows only the offsets.
    const wording = words === undefined ? 'characters' : `“${words}”`;
    const place = line === undefined ? `${start}–${end}` : String(line);
    const places = wordings.get(wording) ?? [];
    wordings.set(wording, places);
    if (!places.includes(place)) places.push(place);
  }
  return [...articles].map(([article, wordings]) => {
    const parts = [...wordings].map(([wording, places]) => `${wording} ${places.join(', ')}`);
    return `  ${article}: ${parts.join('; ')}`;
  });
}
