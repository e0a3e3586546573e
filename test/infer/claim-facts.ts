import type { ClaimFact } from '../../src/infer/claim-fact.ts';
import { normaliseWords, shingle } from '../../src/infer/shingles.ts';
import { dip } from '../../src/rdf/vocabulary.ts';

const STANCES = { '1': dip.supports, '0': dip.concedes, '-1': dip.rejects } as const;

/** A claim of “peru” on “treaty”, in short: what is given overrides. */
export function factOf(
  claim: string,
  polarity: -1 | 0 | 1,
  time: string | undefined,
  changes: Partial<ClaimFact> & { readonly text?: string; readonly paragraph?: string } = {},
): ClaimFact {
  const { text = `words of the claim number ${claim} alone`, paragraph = text, ...rest } = changes;
  const words = normaliseWords(text);
  return {
    claim,
    article: `article-${claim}`,
    holder: 'peru',
    isActor: true,
    issue: 'treaty',
    stance: STANCES[`${polarity}`].value,
    polarity,
    ...(time === undefined ? {} : { time }),
    isOwnVoice: false,
    confidence: 0.8,
    words: words.join(' '),
    shingles: shingle(words, 3),
    passage: shingle(normaliseWords(paragraph), 4),
    ...rest,
  };
}
