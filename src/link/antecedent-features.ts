import type { Token } from '../model/annotated-text.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import type { Cluster } from './cluster.ts';

/** Weights of the features of antecedents: `data/models/antecedents.tsv`. */
export type AntecedentWeights = ReadonlyMap<string, number>;

/** What is known of an article while its pronouns are resolved in reading order. */
export interface CoreferenceState {
  readonly extraction: Extraction;
  readonly clusterOf: ReadonlyMap<number, Cluster>;
  /** Indices of the mentions that are sources of attributions. */
  readonly speakers: ReadonlySet<number>;
}

/** A mention before a pronoun that may be its antecedent. */
export interface Candidate {
  readonly mention: Mention;
  readonly head: Token;
  readonly cluster: Cluster;
}

/** The group of pronouns whose weights are shared. */
export function pronounClass(form: string): 'person' | 'many' | 'thing' {
  if (/^(?:he|him|his|she|her)$/i.test(form)) return 'person';
  return /^(?:they|them|their|we)$/i.test(form) ? 'many' : 'thing';
}

function roleOf(token: Token): string {
  if (/^(?:nsubj|csubj)/.test(token.relation)) return 'subject';
  if (/^(?:obj|iobj)/.test(token.relation)) return 'object';
  if (token.relation === 'nmod:poss') return 'possessor';
  if (/^(?:nmod|compound|amod)/.test(token.relation)) return 'modifier';
  return /^(?:appos|flat)/.test(token.relation) ? 'apposition' : 'other';
}

function bucket(count: number): string {
  if (count <= 3) return String(count);
  return count <= 6 ? '4–6' : '7+';
}

/** What speaks for and against a candidate, as names of features. */
export function describeCandidate(
  state: CoreferenceState,
  pronoun: { readonly mention: Mention; readonly token: Token },
  candidate: Candidate,
  /** All candidates that fit in type and gender, in reading order. */
  candidates: readonly Candidate[],
): string[] {
  const { text } = state.extraction;
  const { mention, head, cluster } = candidate;
  const { token } = pronoun;
  const kind = pronounClass(token.form);
  const distance = token.sentence - head.sentence;
  const place = candidates.indexOf(candidate);
  const between = new Set(candidates.slice(place + 1).map((other) => other.cluster));
  between.delete(cluster);
  const isSource = state.speakers.has(mention.index);
  const isPronounSource = state.speakers.has(pronoun.mention.index);
  const lastSource = candidates.findLast((other) => state.speakers.has(other.mention.index));
  const lastSubject = candidates.findLast((other) => roleOf(other.head) === 'subject');
  const before = candidates.slice(0, place + 1).filter((other) => other.cluster === cluster).length;
  const sentence = text.sentences[token.sentence];
  const other = text.sentences[head.sentence];
  const isHeading = text.blocks[other?.block ?? -1]?.kind !== 'paragraph';
  const isQuoted = head.quotation >= 0;
  const quotation = head.quotation === token.quotation ? 'same' : isQuoted ? 'its-own' : 'only-pronoun';
  const role = roleOf(head);
  const features = [
    `distance ${distance}`,
    `role ${role}`,
    `role ${role} to ${roleOf(token)}`,
    `role ${role} distance ${Math.min(distance, 2)}`,
    // The corpora have few states that act, so that their types say nothing of news; groups are groups anywhere.
    `type ${cluster.type === 'group' ? 'group' : 'other'}`,
    `between ${bucket(between.size)}`,
    `named before ${bucket(before)}`,
    `quotation ${quotation}`,
    `source ${isSource ? 'yes' : 'no'} of ${isPronounSource ? 'source' : 'other'}`,
    `last source ${lastSource?.cluster === cluster ? 'yes' : 'no'} of ${isPronounSource ? 'source' : 'other'}`,
    `last subject ${lastSubject?.cluster === cluster ? 'yes' : 'no'} ${distance === 0 ? 'same sentence' : 'before'}`,
    `gender ${cluster.gender === undefined ? 'unknown' : 'known'}`,
    `block ${sentence?.block === other?.block ? 'same' : 'other'}`,
  ];
  if (isPronounSource && distance <= 1) {
    if (isSource || (role === 'subject' && head.quotation < 0)) features.push('near actor of source');
  }
  if (reportsPronoun(state, token, head)) features.push('subject of the report');
  if (isHeading) features.push('heading');
  if (mention.title !== undefined) features.push('titled');
  if (mention.kind === 'pronoun' && surface(state, mention) === surface(state, pronoun.mention))
    features.push('same pronoun');
  if (other !== undefined && head.index === firstSubject(state, other.firstToken, other.endToken))
    features.push('first subject of its sentence');
  return features.map((feature) => `${kind}: ${feature}`);
}

/** “Qatar said it welcomed the truce”: the candidate is the subject of a verb whose complement holds the pronoun. */
function reportsPronoun({ extraction }: CoreferenceState, token: Token, head: Token): boolean {
  const { tokens } = extraction.text;
  if (token.sentence !== head.sentence || !head.relation.startsWith('nsubj')) return false;
  let verb = tokens[token.head];
  for (let steps = 0; verb !== undefined && steps < 4; steps += 1) {
    if (verb.relation === 'ccomp' && verb.head === head.head) return true;
    verb = tokens[verb.head];
  }
  return false;
}

function surface({ extraction }: CoreferenceState, mention: Mention): string {
  return extraction.text.text.slice(mention.start, mention.end).toLowerCase();
}

function firstSubject({ extraction }: CoreferenceState, first: number, end: number): number {
  for (let index = first; index < end; index += 1)
    if ((extraction.text.tokens[index]?.relation ?? '').startsWith('nsubj')) return index;
  return -1;
}

/** The feature of having no antecedent, which a candidate must outweigh: who is quoted seldom has none. */
export function noAntecedent(form: string, isSource: boolean): string {
  return `${pronounClass(form)}: none ${form.toLowerCase()}${isSource ? ' as source' : ''}`;
}

/** Reads `antecedents.tsv`: a feature and its weight a line. */
export function parseAntecedentWeights(table: string): AntecedentWeights {
  const weights = new Map<string, number>();
  for (const line of table.split('\n')) {
    const [feature = '', weight] = line.split('\t');
    if (line.startsWith('#') || weight === undefined) continue;
    weights.set(feature, Number(weight));
  }
  return weights;
}

/** The sum of the weights of features. */
export function weigh(features: readonly string[], weights: AntecedentWeights): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}
