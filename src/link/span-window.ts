import type { Span } from '../model/span.ts';

/** Spans in the order of their starts, so that those near a place are found without a look at all of them. */
export class SpanWindow<Placed extends Span> {
  readonly #spans: readonly Placed[];
  readonly #longest: number;

  constructor(spans: readonly Placed[]) {
    this.#spans = spans.toSorted((left, right) => left.start - right.start);
    this.#longest = spans.reduce((longest, { start, end }) => Math.max(longest, end - start), 0);
  }

  /** The spans that overlap the one given or touch it, in the order of their starts. */
  touching({ start, end }: Span): Placed[] {
    const found: Placed[] = [];
    for (let place = this.#firstFrom(start - this.#longest); place < this.#spans.length; place += 1) {
      const span = this.#spans[place];
      if (span === undefined || span.start > end) break;
      if (span.end >= start) found.push(span);
    }
    return found;
  }

  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#spans[middle]?.start ?? start) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
