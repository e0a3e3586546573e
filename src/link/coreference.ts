import type { Token } from '../model/annotated-text.ts';
import type { Extraction } from '../model/extraction.ts';
import type { EntityType, Mention } from '../model/mention.ts';
import { covers } from '../model/span.ts';
import type { Cluster } from './cluster.ts';

/** How many sentences back an antecedent may stand. */
const REACH = 4;
/** An antecedent weaker than this is none. */
const THRESHOLD = 0;

interface Demand {
  readonly types: readonly EntityType[];
  readonly gender?: 'm' | 'f';
}

const DEMANDS: Readonly<Record<string, Demand>> = {
  he: { types: ['person'], gender: 'm' },
  him: { types: ['person'], gender: 'm' },
  she: { types: ['person'], gender: 'f' },
  his: { types: ['person'], gender: 'm' },
  her: { types: ['person'], gender: 'f' },
  their: { types: ['group', 'state', 'organisation', 'outlet'] },
  its: { types: ['state', 'organisation', 'outlet'] },
  they: { types: ['group', 'state', 'organisation', 'outlet'] },
  them: { types: ['group', 'state', 'organisation', 'outlet'] },
  it: { types: ['state', 'organisation', 'outlet'] },
  we: { types: ['group'] },
};

/**
 * Resolves pronouns in reading order, each joining the cluster of its antecedent; the returned map lists those that
 * found one. The nearest fitting antecedent counts, subjects and speakers first: “Lavrov said … He added …”.
 */
export function resolvePronouns(extraction: Extraction, clusters: readonly Cluster[]): void {
  const clusterOf = new Map<number, Cluster>();
  for (const cluster of clusters) for (const index of cluster.mentions) clusterOf.set(index, cluster);
  const speakers = sourceMentions(extraction);
  for (const mention of extraction.mentions) {
    if (mention.kind !== 'pronoun') continue;
    const found = findAntecedent(extraction, mention, clusterOf, speakers);
    if (found === undefined) continue;
    found.mentions.push(mention.index);
    clusterOf.set(mention.index, found);
  }
}

function findAntecedent(
  extraction: Extraction,
  mention: Mention,
  clusterOf: ReadonlyMap<number, Cluster>,
  speakers: ReadonlySet<number>,
): Cluster | undefined {
  const { tokens } = extraction.text;
  const token = tokens[mention.headToken];
  if (token === undefined) return undefined;
  const form = token.form.toLowerCase();
  if (form === 'who') return relativeAntecedent(extraction, token, clusterOf);
  if (form === 'i' || form === 'we' || form === 'us') {
    if (token.quotation >= 0) return form === 'i' ? quotedSpeaker(extraction, mention, clusterOf) : undefined;
    if (form !== 'we') return undefined;
  }
  const demand = DEMANDS[form];
  if (demand === undefined) return undefined;
  let best: Cluster | undefined;
  let bestScore = THRESHOLD;
  for (const candidate of extraction.mentions) {
    if (candidate.start >= mention.start) break;
    const cluster = clusterOf.get(candidate.index);
    const head = tokens[candidate.headToken];
    if (cluster === undefined || head === undefined || candidate.end > mention.start) continue;
    if (!fits(cluster, demand) || token.sentence - head.sentence > REACH) continue;
    if (isCoArgument(tokens, token, head)) continue;
    const score = scoreAntecedent(extraction, mention, token, candidate, head, cluster, speakers);
    if (score >= bestScore) {
      best = cluster;
      bestScore = score;
    }
  }
  return best;
}

function fits(cluster: Cluster, demand: Demand): boolean {
  if (!demand.types.includes(cluster.type)) return false;
  return demand.gender === undefined || cluster.gender === undefined || cluster.gender === demand.gender;
}

function scoreAntecedent(
  extraction: Extraction,
  mention: Mention,
  token: Token,
  candidate: Mention,
  head: Token,
  cluster: Cluster,
  speakers: ReadonlySet<number>,
): number {
  const distance = token.sentence - head.sentence;
  const isPronounSource = speakers.has(mention.index);
  let score = 4 - 1.5 * distance;
  if (/^(?:nsubj|csubj)/.test(head.relation)) score += 2;
  else if (/^(?:nmod|compound|amod|appos)/.test(head.relation)) score -= 1.5;
  if (speakers.has(candidate.index)) score += isPronounSource ? 2.5 : 1;
  // Who is spoken of in a quotation seldom speaks after it: “Putin must leave,” Biden said. He added …
  if (head.quotation >= 0 && head.quotation !== token.quotation) score -= 2.5;
  if (head.quotation < 0 && token.quotation >= 0 && speakers.has(candidate.index) && distance <= 1)
    score -= 3;
  if (token.form.toLowerCase() === 'they' && cluster.type === 'group') score += 1.5;
  const block = extraction.text.sentences[token.sentence]?.block;
  const otherBlock = extraction.text.sentences[head.sentence]?.block;
  if (block !== otherBlock) score -= 0.5;
  if (extraction.text.blocks[otherBlock ?? -1]?.kind !== 'paragraph') score -= 3;
  return score;
}

/** “Trump told him”: subject and object of one verb are two. */
function isCoArgument(tokens: readonly Token[], token: Token, head: Token): boolean {
  if (token.head !== head.head || token.head < 0) return false;
  return !/^(?:conj|parataxis)$/.test(tokens[head.index]?.relation ?? '');
}

function relativeAntecedent(
  extraction: Extraction,
  token: Token,
  clusterOf: ReadonlyMap<number, Cluster>,
): Cluster | undefined {
  const { tokens } = extraction.text;
  let verb = tokens[token.head];
  for (let steps = 0; verb !== undefined && steps < 4; steps += 1) {
    if (verb.relation === 'acl:relcl') {
      const noun = verb.head;
      const covering = extraction.mentions.filter(
        (mention) =>
          clusterOf.has(mention.index) && tokens[noun] !== undefined && covers(mention, tokens[noun]),
      );
      const exact = covering.find((mention) => mention.headToken === noun) ?? covering[0];
      if (exact !== undefined) return clusterOf.get(exact.index);
      break;
    }
    verb = tokens[verb.head];
  }
  // “Yulia Shabovova, who reported …”: the name just before the comma.
  const before = extraction.mentions.filter(
    (mention) => mention.end <= token.start && clusterOf.has(mention.index) && token.start - mention.end <= 3,
  );
  const nearest = before.at(-1);
  return nearest === undefined ? undefined : clusterOf.get(nearest.index);
}

/** The speaker of the quotation in which “I” stands. */
function quotedSpeaker(
  extraction: Extraction,
  mention: Mention,
  clusterOf: ReadonlyMap<number, Cluster>,
): Cluster | undefined {
  const attribution = extraction.attributions.find(
    ({ content, source }) => source.length > 0 && content.some((span) => covers(span, mention)),
  );
  const source = attribution?.source[0];
  if (source === undefined) return undefined;
  const speaker = extraction.mentions.find(
    (candidate) => covers(source, candidate) && clusterOf.get(candidate.index)?.type === 'person',
  );
  return speaker === undefined ? undefined : clusterOf.get(speaker.index);
}

/** The mentions that lie in the source of an attribution and hold its head. */
function sourceMentions(extraction: Extraction): Set<number> {
  const found = new Set<number>();
  for (const { source } of extraction.attributions) {
    for (const span of source) {
      for (const mention of extraction.mentions)
        if (covers(span, mention) || covers(mention, span)) found.add(mention.index);
    }
  }
  return found;
}
