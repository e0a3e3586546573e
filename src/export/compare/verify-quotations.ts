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

/** The articles that one holds: SHA-256 → text, and the same by article id. */
export interface HeldTexts {
  readonly texts: ReadonlyMap<string, string>;
  readonly idTexts: ReadonlyMap<string, string>;
}

/**
 * Holds a stretch of evidence against the articles, by offsets and hash of the words alone.
 * @param hashes article → SHA-256 of its text, as the dataset has it.
 */
export function verifyQuotation(
  row: EvidenceRow,
  hashes: ReadonlyMap<string, string>,
  { texts, idTexts }: HeldTexts,
): VerifiedQuotation {
  const exact = texts.get(hashes.get(row.article) ?? '');
  const text = exact ?? idTexts.get(row.article_id);
  if (text === undefined) return { row, verdict: 'article missing' };
  const words = text.slice(row.start, row.end);
  const hash = createHash('sha256').update(words, 'utf8').digest('hex');
  if (hash !== row.words_sha256) return { row, verdict: 'text differs', reason: 'other words stand there' };
  return exact === undefined
    ? { row, verdict: 'verified', reason: 'the article’s text differs elsewhere' }
    : { row, verdict: 'verified' };
}
