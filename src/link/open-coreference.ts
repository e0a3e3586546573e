import type { Attribution } from '../model/attribution.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { covers } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import type { CoreferenceState } from './antecedent-features.ts';
import type { Cluster } from './cluster.ts';
import { SpanWindow } from './span-window.ts';

/** The state with what finds mentions and attributions by where they stand. */
export interface OpenCoreference extends CoreferenceState {
  readonly clusterOf: Map<number, Cluster>;
  readonly mentions: SpanWindow<Mention>;
  readonly contents: SpanWindow<PlacedContent>;
  /** By sentence: the first mention of it or of a later one. */
  readonly firstMentions: readonly number[];
}

/** A part of what is attributed, with the place of the attribution. */
interface PlacedContent extends Span {
  readonly attribution: Attribution;
  readonly place: number;
}

/** The state before the first pronoun. */
export function openCoreference(extraction: Extraction, clusters: readonly Cluster[]): OpenCoreference {
  const clusterOf = new Map<number, Cluster>();
  for (const cluster of clusters) for (const index of cluster.mentions) clusterOf.set(index, cluster);
  const mentions = new SpanWindow(extraction.mentions);
  const contents = extraction.attributions.flatMap((attribution, place) =>
    attribution.content.map(({ start, end }) => ({ start, end, attribution, place })),
  );
  return {
    extraction,
    clusterOf,
    mentions,
    contents: new SpanWindow(contents),
    firstMentions: findFirstMentions(extraction),
    speakers: sourceMentions(extraction, mentions),
  };
}

function findFirstMentions({ mentions, text }: Extraction): number[] {
  const first = text.sentences.map(() => mentions.length);
  for (const mention of mentions.toReversed()) {
    const sentence = text.tokens[mention.headToken]?.sentence ?? -1;
    if (sentence >= 0) first[sentence] = mention.index;
  }
  for (let sentence = first.length - 2; sentence >= 0; sentence -= 1)
    first[sentence] = Math.min(first[sentence] ?? 0, first[sentence + 1] ?? 0);
  return first;
}

/** The mentions that lie in the source of an attribution and hold its head. */
function sourceMentions({ attributions }: Extraction, mentions: SpanWindow<Mention>): Set<number> {
  const found = new Set<number>();
  for (const { source } of attributions) {
    for (const span of source) {
      for (const mention of mentions.touching(span))
        if (covers(span, mention) || covers(mention, span)) found.add(mention.index);
    }
  }
  return found;
}
