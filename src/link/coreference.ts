import type { Token } from '../model/annotated-text.ts';
import type { Extraction } from '../model/extraction.ts';
import type { EntityType, Mention } from '../model/mention.ts';
import { covers } from '../model/span.ts';
import { describeCandidate, noAntecedent, pronounClass, weigh } from './antecedent-features.ts';
import type { AntecedentWeights, Candidate, CoreferenceState } from './antecedent-features.ts';
import type { Cluster } from './cluster.ts';
import { openCoreference } from './open-coreference.ts';
import type { OpenCoreference } from './open-coreference.ts';

/** How many sentences back an antecedent may stand. */
const REACH = 4;
/** How many sentences back a statement may name who issues it. */
const STATEMENT = 20;

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
 * Resolves pronouns in reading order, each joining the cluster of its antecedent. “I” in a quotation is its speaker,
 * “who” the noun that its clause describes; the others go to the candidate of the greatest weight, if it outweighs
 * having none.
 */
export function resolvePronouns(
  extraction: Extraction,
  clusters: readonly Cluster[],
  weights: AntecedentWeights,
): void {
  const state = openCoreference(extraction, clusters);
  for (const mention of extraction.mentions) {
    if (mention.kind !== 'pronoun') continue;
    const found = findAntecedent(state, mention, weights);
    if (found === undefined) continue;
    found.mentions.push(mention.index);
    state.clusterOf.set(mention.index, found);
  }
}

function findAntecedent(
  state: OpenCoreference,
  mention: Mention,
  weights: AntecedentWeights,
): Cluster | undefined {
  const { extraction } = state;
  const token = extraction.text.tokens[mention.headToken];
  if (token === undefined) return undefined;
  const form = token.form.toLowerCase();
  if (form === 'who') return relativeAntecedent(state, token);
  if (form === 'i' || form === 'we' || form === 'us') {
    if (token.quotation >= 0) return form === 'i' ? quotedSpeaker(state, mention) : undefined;
    // A statement's “we” is whoever issues it, mostly named in a group before.
    return form === 'we' ? issuerOf(state, listCandidates(state, mention, token, STATEMENT)) : undefined;
  }
  const candidates = listCandidates(state, mention, token);
  const isSource = state.speakers.has(mention.index);
  if (isSource && form === 'they') {
    const group = lastSpeakers(state, token, candidates);
    if (group !== undefined) return group;
  }
  let best: Cluster | undefined;
  // Who is quoted as “he” was named before, and where only one person was, he is “he”: the best candidate counts.
  const isOnlyOne = new Set(candidates.map(({ cluster }) => cluster)).size === 1;
  let greatest =
    (isSource || isOnlyOne) && pronounClass(form) === 'person'
      ? Number.NEGATIVE_INFINITY
      : (weights.get(noAntecedent(form, isSource)) ?? 0);
  for (const candidate of candidates) {
    const weight = weigh(describeCandidate(state, { mention, token }, candidate, candidates), weights);
    if (weight < greatest) continue;
    best = candidate.cluster;
    greatest = weight;
  }
  return best;
}

/** “An assembly of ministers denounced it. They called on …”: the one group that spoke in the sentence before. */
function lastSpeakers(
  { speakers }: CoreferenceState,
  { sentence }: Token,
  candidates: readonly Candidate[],
): Cluster | undefined {
  const groups = candidates.filter(
    ({ mention, head, cluster }) =>
      head.sentence === sentence - 1 && cluster.type === 'group' && speakers.has(mention.index),
  );
  const outermost = groups.filter(
    ({ mention }) => !groups.some((other) => other.mention !== mention && covers(other.mention, mention)),
  );
  const [first, ...others] = outermost.map(({ cluster }) => cluster);
  return others.every((other) => other === first) ? first : undefined;
}

/** The mentions before a pronoun that fit it in type and gender, in reading order. */
export function listCandidates(
  state: OpenCoreference,
  pronoun: Mention,
  token: Token,
  reach = REACH,
): Candidate[] {
  const demand = DEMANDS[token.form.toLowerCase()];
  if (demand === undefined) return [];
  const { mentions, text } = state.extraction;
  const { tokens } = text;
  const candidates: Candidate[] = [];
  const first = state.firstMentions[Math.max(0, token.sentence - reach)] ?? mentions.length;
  for (let index = first; index < mentions.length; index += 1) {
    const mention = mentions[index];
    if (mention === undefined || mention.start >= pronoun.start) break;
    const cluster = state.clusterOf.get(mention.index);
    const head = tokens[mention.headToken];
    if (cluster === undefined || head === undefined || mention.end > pronoun.start) continue;
    if (!fits(cluster, demand) || token.sentence - head.sentence > reach) continue;
    if (!isCoArgument(tokens, token, head)) candidates.push({ mention, head, cluster });
  }
  return pronounClass(token.form) === 'person' ? preferOwnParagraph(state, token, candidates) : candidates;
}

/**
 * A paragraph that names persons speaks of them: in “… Erdoğan … he said.⏎On Tuesday, Mitsotakis … he added” the
 * second “he” is nobody of the paragraph before.
 */
function preferOwnParagraph(
  { extraction }: CoreferenceState,
  token: Token,
  candidates: readonly Candidate[],
): Candidate[] {
  const { sentences } = extraction.text;
  const block = sentences[token.sentence]?.block;
  const here = candidates.filter(({ head }) => sentences[head.sentence]?.block === block);
  const isNamed = here.some(({ mention, head }) => mention.kind === 'name' && head.quotation < 0);
  const clusters = new Set(here.map(({ cluster }) => cluster));
  return candidates.filter(({ cluster }) => !isNamed || clusters.has(cluster));
}

/** Whoever issues a statement that says “we”: it begins with that group, “The members of the Troika …”. */
function issuerOf({ speakers }: CoreferenceState, candidates: readonly Candidate[]): Cluster | undefined {
  return candidates.find(
    ({ mention, head }) => speakers.has(mention.index) || head.relation.startsWith('nsubj'),
  )?.cluster;
}

function fits(cluster: Cluster, demand: Demand): boolean {
  if (!demand.types.includes(cluster.type)) return false;
  return demand.gender === undefined || cluster.gender === undefined || cluster.gender === demand.gender;
}

/** “Trump told him”: subject and object of one verb are two. */
function isCoArgument(tokens: readonly Token[], token: Token, head: Token): boolean {
  if (token.head !== head.head || token.head < 0) return false;
  return !/^(?:conj|parataxis)$/.test(tokens[head.index]?.relation ?? '');
}

function relativeAntecedent(
  { extraction, mentions, clusterOf }: OpenCoreference,
  token: Token,
): Cluster | undefined {
  const { tokens } = extraction.text;
  let verb = tokens[token.head];
  for (let steps = 0; verb !== undefined && steps < 4; steps += 1) {
    if (verb.relation === 'acl:relcl') {
      const noun = tokens[verb.head];
      if (noun === undefined) break;
      const covering = mentions
        .touching(noun)
        .filter((mention) => clusterOf.has(mention.index) && covers(mention, noun));
      const exact = covering.find((mention) => mention.headToken === noun.index) ?? covering[0];
      if (exact !== undefined) return clusterOf.get(exact.index);
      break;
    }
    verb = tokens[verb.head];
  }
  // “Yulia Shabovova, who reported …”: the name just before the comma.
  const before = mentions
    .touching({ start: token.start - 3, end: token.start })
    .filter((mention) => mention.end <= token.start && clusterOf.has(mention.index));
  const nearest = before.at(-1);
  return nearest === undefined ? undefined : clusterOf.get(nearest.index);
}

/** The speaker of the quotation in which “I” stands. */
function quotedSpeaker(
  { mentions, contents, clusterOf }: OpenCoreference,
  mention: Mention,
): Cluster | undefined {
  const [first] = contents
    .touching(mention)
    .filter((content) => content.attribution.source.length > 0 && covers(content, mention))
    .sort((left, right) => left.place - right.place);
  const source = first?.attribution.source[0];
  if (source === undefined) return undefined;
  const speaker = mentions
    .touching(source)
    .find((candidate) => covers(source, candidate) && clusterOf.get(candidate.index)?.type === 'person');
  return speaker === undefined ? undefined : clusterOf.get(speaker.index);
}
