import type { AnnotatedText, Block } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import type { Finding } from '../finding.ts';
import { includesToken, type TokenRange } from '../token-range.ts';

/** “No seat at the table or sanctions relief: a new road map”: a headline that nobody in it is said to have said. */
export const headlineClaim: AttributionRule = {
  name: 'headline-claim',
  find: ({ text }: Reading, before) =>
    text.blocks.flatMap((block, index) =>
      block.kind === 'headline' ? (claimOf(text, block, index, before) ?? []) : [],
    ),
};

const SHORTEST = 4;

function claimOf(
  text: AnnotatedText,
  block: Block,
  index: number,
  before: readonly Finding[],
): Finding | undefined {
  const sentences = text.sentences.filter((sentence) => sentence.block === index);
  const first = sentences[0]?.firstToken;
  const last = sentences.at(-1)?.endToken;
  if (first === undefined || last === undefined) return undefined;
  const range = withoutSiteName(text, { first, end: last });
  const told = before.some((finding) => includesToken([range], finding.cueToken));
  if (told || range.end - range.first < SHORTEST || block.start === block.end) return undefined;
  return {
    rule: 'headline-claim',
    source: [],
    cue: [],
    cueToken: -1,
    cueKind: 'none',
    negated: false,
    content: cutContent(text, range, []),
    reporting: 'headline',
    weight: 0.5,
  };
}

/** “… to end the war | World News”: the outlet's section is no part of the headline. */
function withoutSiteName(text: AnnotatedText, range: TokenRange): TokenRange {
  const bar = text.tokens
    .slice(range.first, range.end)
    .find((token) => /^[|·•]$/u.test(token.form) && token.index > range.first + 2);
  return bar === undefined ? range : { first: range.first, end: bar.index };
}
