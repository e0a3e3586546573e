import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import { collectSubtree, dependentsOf } from '../dependents.ts';
import type { Finding } from '../finding.ts';
import { hullOf, includesToken, type TokenRange } from '../token-range.ts';

/** “Georgia should not expect to join soon.”, “Oslo is unlikely to agree.”: judgements in the article's own voice. */
export const articleStance: AttributionRule = {
  name: 'article-stance',
  find: ({ text }: Reading, before) => {
    const told = before.flatMap((finding) => [...finding.content, ...finding.cue]);
    return text.tokens.flatMap((token) => attribute(text, token, told) ?? []);
  },
};

const OBLIGATION = /^(?:should|must|ought|shall)$/iu;
const LIKELIHOOD = /^(?:unlikely|likely|impossible|inevitable)$/iu;
const MAIN = /^(?:root|conj|ccomp|parataxis|acl:relcl)$/u;

function attribute(text: AnnotatedText, token: Token, told: readonly TokenRange[]): Finding | undefined {
  const verb = findPredicate(text, token);
  if (verb === undefined || token.quotation >= 0) return undefined;
  const kind = text.blocks[text.sentences[token.sentence]?.block ?? -1]?.kind;
  if (!MAIN.test(verb.relation) || kind !== 'paragraph') return undefined;
  const subject = dependentsOf(text, verb).find((child) => child.relation.startsWith('nsubj'));
  if (subject === undefined || /^(?:you|i|who|which|that)$/iu.test(subject.form)) return undefined;
  if (includesToken(told, token.index)) return undefined;
  const range = hullOf(
    collectSubtree(
      text,
      verb,
      (child) =>
        child.head === verb.index &&
        /^(?:cc|conj|advcl)$/u.test(child.relation) &&
        child.index < subject.index,
    ),
  );
  const content = range === undefined ? [] : cutContent(text, range, []);
  if (content.length === 0) return undefined;
  return {
    rule: 'article-stance',
    source: [],
    cue: [],
    cueToken: -1,
    cueKind: 'none',
    negated: false,
    content,
    reporting: 'article-voice',
    weight: 0.6,
  };
}

/** The predicate that “should” or “must” stands with, or the likelihood itself: “is unlikely to join”. */
function findPredicate(text: AnnotatedText, token: Token): Token | undefined {
  if (OBLIGATION.test(token.form)) return text.tokens[token.head];
  const judged =
    LIKELIHOOD.test(token.form) &&
    dependentsOf(text, token).some((child) => child.relation === 'cop') &&
    dependentsOf(text, token).some((child) => /^(?:xcomp|ccomp|csubj|advcl)$/u.test(child.relation));
  return judged ? token : undefined;
}
