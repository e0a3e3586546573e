import { createHash } from 'node:crypto';

/** A stretch of evidence as the table `evidence` has it. */
export interface EvidenceRow {
  readonly claim: string;
  readonly article: string;
  readonly article_id: string;
  readonly start: number;
  readonly end: number;
  readonly words_sha256: string;
}

/** What became of a quotation when it was held against the article. */
export type QuotationVerdict = 'verified' | 'text differs' | 'article missing';

/** A line for one stretch of evidence. */
export interface VerifiedQuotation {
  readonly row: EvidenceRow;
  readonly verdict: QuotationVerdict;
  /** Why the text differs: another text of the same article, or other words at the place. */
  readonly reason?: string;
}

/**
 * Holds stretches of evidence against articles, by offsets and hash of the words alone.
 * @param hashes article → SHA-256 of its text, as the dataset has it.
 * @param texts SHA-256 → text, and `idTexts` the same by article id, of the articles that one holds.
 */
export function* verifyQuotations(
  rows: Iterable<EvidenceRow>,
  hashes: ReadonlyMap<string, string>,
  {
    texts,
    idTexts,
  }: { readonly texts: ReadonlyMap<string, string>; readonly idTexts: ReadonlyMap<string, string> },
): Generator<VerifiedQuotation> {
  for (const row of rows) {
    const exact = texts.get(hashes.get(row.article) ?? '');
    const text = exact ?? idTexts.get(row.article_id);
    if (text === undefined) {
      yield { row, verdict: 'article missing' };
      continue;
    }
    const words = text.slice(row.start, row.end);
    const hash = createHash('sha256').update(words, 'utf8').digest('hex');
    if (hash !== row.words_sha256) yield { row, verdict: 'text differs', reason: 'other words stand there' };
    else if (exact === undefined)
      yield { row, verdict: 'verified', reason: 'the article’s text differs elsewhere' };
    else yield { row, verdict: 'verified' };
  }
}
