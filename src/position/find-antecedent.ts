import type { AnnotatedText, Sentence, Token } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';
import type { IssueMatch } from './match-issue.ts';
import { LEAST_SCORE, matchIssues } from './match-issue.ts';
import type { IssueIndex } from './index-issues.ts';
import { readSentenceWords } from './content-words.ts';
import type { DocumentTerms } from './document-terms.ts';
import type { StanceLexicon } from './stance-lexicon.ts';
import { findPhrase } from './find-phrase.ts';

/** The issue of a content that does not name its subject, and the sentence that does. */
export interface Antecedent {
  readonly match: IssueMatch;
  readonly span: Span;
}

const ANSWERS = new Set([
  'no',
  'yes',
  'never',
  'not',
  'nope',
  'it',
  'this',
  'that',
  'so',
  'them',
  'they',
  'these',
  'those',
  'idea',
  'proposal',
  'plan',
  'offer',
  'suggestion',
  'demand',
  'request',
  'claim',
  'accusation',
  'report',
  'allegation',
]);
const LONGEST_ELLIPSIS = 9;

/** Whether the words leave out what they are about: “no”, “impossible”, “this is unacceptable”. */
export function isElliptic(text: AnnotatedText, content: readonly Token[], lexicon: StanceLexicon): boolean {
  const words = content.filter(({ form }) => /\p{L}/u.test(form));
  if (words.length > LONGEST_ELLIPSIS) return false;
  const telling = words.filter((token) => {
    if (
      ANSWERS.has(token.lemma.toLowerCase()) ||
      /^(?:DET|AUX|PRON|PART|ADP|ADV|CCONJ|SCONJ)$/.test(token.upos)
    )
      return false;
    return (
      findPhrase(text, token, lexicon.evaluations) === undefined &&
      findPhrase(text, token, lexicon.attitudes) === undefined
    );
  });
  return telling.length === 0;
}

function isHeading(text: AnnotatedText, sentence: Sentence): boolean {
  const kind = text.blocks[sentence.block]?.kind;
  return (
    kind === 'heading' ||
    (text.text.slice(sentence.start, sentence.end).trimEnd().endsWith('?') && kind !== 'metadata')
  );
}

/** The sentence before, or the heading above where the paragraph begins with the words in question. */
function candidates(text: AnnotatedText, index: number): readonly Sentence[] {
  const before = [1, 2]
    .map((back) => text.sentences[index - back])
    .filter((sentence) => sentence !== undefined);
  return before.filter((sentence, position) => position === 0 || isHeading(text, sentence));
}

/** The issue of the sentence or heading before: “Will X join Y?” before “According to Z, no.” */
export function findAntecedent(
  text: AnnotatedText,
  sentence: number,
  issues: IssueIndex,
  terms: DocumentTerms,
): Antecedent | undefined {
  for (const candidate of candidates(text, sentence)) {
    const tokens = text.tokens.slice(candidate.firstToken, candidate.endToken);
    const [match] = matchIssues(issues, readSentenceWords(text, tokens, terms));
    if (match !== undefined && match.score >= LEAST_SCORE)
      return { match, span: { start: candidate.start, end: candidate.end } };
  }
  return undefined;
}
