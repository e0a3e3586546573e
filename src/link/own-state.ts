import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { covers, sliceText } from '../model/span.ts';
import type { Cluster } from './cluster.ts';
import type { Gazetteer, ThingRecord } from './gazetteer.ts';
import { findPrincipal } from './principal.ts';
import { SpanWindow } from './span-window.ts';

/** What a leader calls the state that the office speaks for. */
const OWN_STATE = /^(his|her|their|our|my) (?:country|nation|state|government|administration|side)$/i;

/**
 * “Sargsyan said his country would never accept the map” is Armenia's position, where the article has him as its
 * president: such words join the state for which the office of the speaker speaks.
 */
export function resolveOwnStates(
  extraction: Extraction,
  clusters: readonly Cluster[],
  gazetteer: Gazetteer,
): Cluster[] {
  const clusterOf = new Map<number, Cluster>();
  const things = new Map<string, Cluster>();
  for (const cluster of clusters) {
    if (cluster.thing !== undefined) things.set(cluster.thing.key, cluster);
    for (const index of cluster.mentions) clusterOf.set(index, cluster);
  }
  const mentions = new SpanWindow(extraction.mentions);
  const added: Cluster[] = [];
  for (const { source, content } of extraction.attributions) {
    const owned = content.flatMap((span) =>
      mentions.touching(span).filter((mention) => covers(span, mention) && isOwnState(extraction, mention)),
    );
    const [span] = source;
    if (owned.length === 0 || span === undefined) continue;
    const speaker = mentions
      .touching(span)
      .map((mention) => (covers(span, mention) ? clusterOf.get(mention.index) : undefined))
      .find((cluster) => cluster?.type === 'person');
    const state = speaker === undefined ? undefined : findPrincipal(speaker, gazetteer);
    if (state?.type !== 'state') continue;
    for (const mention of owned) {
      const old = clusterOf.get(mention.index);
      // “Merkel said Putin believed his country …”
      const isAnothers = mentions
        .touching({ start: content[0]?.start ?? mention.start, end: mention.start })
        .some((other) => other.type === 'person' && clusterOf.get(other.index) !== speaker);
      if (old === undefined || old.thing !== undefined || isAnothers) continue;
      if (isOther(extraction, mention, speaker)) continue;
      const home = things.get(state.key) ?? startState(state);
      if (!things.has(state.key)) added.push(home);
      things.set(state.key, home);
      old.mentions.splice(old.mentions.indexOf(mention.index), 1);
      home.mentions.push(mention.index);
      clusterOf.set(mention.index, home);
    }
  }
  return [...clusters, ...added];
}

function startState(thing: ThingRecord): Cluster {
  return { type: 'state', mentions: [], surfaces: [], roles: [], thing };
}

/** The words from the possessive pronoun to the end of a mention, which may begin behind it. */
function ownWords({ text }: Extraction, { start, end }: Mention): string {
  const before = /\p{L}+\s$/u.exec(text.text.slice(Math.max(0, start - 8), start))?.[0] ?? '';
  const own = sliceText(text.text, { start, end });
  return (OWN_STATE.test(own) ? own : before + own).replace(/\s+/g, ' ');
}

/** Whether a mention is “his country” where it acts: the subject of its clause. */
function isOwnState(extraction: Extraction, mention: Mention): boolean {
  const relation = extraction.text.tokens[mention.headToken]?.relation ?? '';
  return relation.startsWith('nsubj') && OWN_STATE.test(ownWords(extraction, mention));
}

/** Whether the pronoun cannot be the speaker: “Merkel said his country …”. */
function isOther(extraction: Extraction, mention: Mention, speaker: Cluster | undefined): boolean {
  const pronoun = OWN_STATE.exec(ownWords(extraction, mention))?.[1]?.toLowerCase();
  const gender = speaker?.gender;
  return (pronoun === 'his' && gender === 'f') || (pronoun === 'her' && gender === 'm');
}
