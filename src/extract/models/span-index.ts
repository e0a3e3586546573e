import type { Span } from '../../model/span.ts';

const BUCKET = 256;

/** Finds whose spans lie near a span, without looking at all of them. */
export class SpanIndex {
  readonly #buckets = new Map<number, Set<number>>();

  /** Enters the spans of an owner. */
  add(spans: readonly Span[], owner: number): void {
    for (const bucket of bucketsOf(spans)) {
      const owners = this.#buckets.get(bucket);
      if (owners === undefined) this.#buckets.set(bucket, new Set([owner]));
      else owners.add(owner);
    }
  }

  /** The owners that may have a span in common with one of these, ascending. */
  near(spans: readonly Span[]): readonly number[] {
    const owners = new Set<number>();
    for (const bucket of bucketsOf(spans)) {
      for (const owner of this.#buckets.get(bucket) ?? []) owners.add(owner);
    }
    return [...owners].sort((left, right) => left - right);
  }
}

function bucketsOf(spans: readonly Span[]): readonly number[] {
  return spans.flatMap(({ start, end }) => {
    const first = Math.floor(start / BUCKET);
    const last = Math.floor(Math.max(start, end - 1) / BUCKET);
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  });
}
