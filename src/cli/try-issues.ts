import type { ArticleResult } from '../model/article-result.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Claim } from '../model/claim.ts';
import { sliceText } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { readContentWords } from '../position/content-words.ts';
import { readDocumentTerms } from '../position/document-terms.ts';
import { LEAST_SCORE, matchIssues } from '../position/match-issue.ts';
import { preparePositions } from '../position/prepare-positions.ts';
import type { PositionSettings } from '../position/prepare-positions.ts';
import { rarityOf } from '../position/vocabulary.ts';

/** A content that an issue caught, or nearly. */
export interface Catch {
  readonly article: string;
  readonly issue: string;
  readonly words: string;
  /** 0–1; undefined where the issue was not matched by the content's own words. */
  readonly score: number | undefined;
  /** By what. */
  readonly reasons: readonly string[];
}

/** A content that no issue caught. */
export interface Uncaught {
  readonly article: string;
  readonly words: string;
  /** Its telling words, in order, each once. */
  readonly telling: readonly string[];
}

/** What issues make of articles. */
export interface IssueTrial {
  readonly caught: readonly Catch[];
  readonly nearly: readonly Catch[];
  readonly uncaught: readonly Uncaught[];
}

const TELLING_RARITY = 0.5;
const CONTENT_WORDS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ']);

const keyOf = (spans: readonly Span[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(' ');

function wordsOf({ text: { text } }: ArticleResult, spans: readonly Span[]): string {
  return spans
    .map((span) => sliceText(text, span))
    .join(' … ')
    .replaceAll(/\s+/gu, ' ');
}

/** Reads what the issues caught of an article's claims, what they nearly caught, and what no issue caught. */
export function tryIssues(result: ArticleResult, settings: PositionSettings): IssueTrial {
  const { issues, vocabulary } = preparePositions(settings);
  const terms = readDocumentTerms(result, vocabulary);
  const article = result.text.article.id;
  const attributions = new Map(result.attributions.map((one) => [keyOf(one.content), one]));
  const claimed = new Set(result.claims.map(({ content, issue }) => `${keyOf(content)} ${issue ?? ''}`));
  const matchesOf = (attribution: Attribution | undefined): ReadonlyMap<string, Catch> => {
    if (attribution === undefined) return new Map();
    const words = readContentWords(result.text, attribution, terms);
    const content = wordsOf(result, attribution.content);
    const matches = matchIssues(issues, words).map(({ issue, score, reasons }) => ({
      article,
      issue: issue.id,
      words: content,
      score,
      reasons,
    }));
    return new Map(matches.map((match) => [match.issue, match]));
  };
  const tellingWords = ({ content }: Claim): readonly string[] => {
    const lemmas = result.text.tokens
      .filter(
        ({ start, end, upos }) =>
          CONTENT_WORDS.has(upos) && content.some((span) => span.start <= start && end <= span.end),
      )
      .filter(({ form }) => rarityOf(settings.lexicon, form) >= TELLING_RARITY)
      .map(({ lemma }) => lemma.toLowerCase());
    return [...new Set(lemmas)];
  };
  const caught = result.claims.flatMap((claim) => {
    if (claim.issue === undefined) return [];
    const match = matchesOf(attributions.get(keyOf(claim.content))).get(claim.issue);
    const words = wordsOf(result, claim.content);
    return [
      { article, issue: claim.issue, words, score: match?.score, reasons: match?.reasons ?? claim.reasons },
    ];
  });
  const nearly = [...attributions].flatMap(([key, attribution]) =>
    [...matchesOf(attribution).values()].filter(
      ({ issue, score = 0 }) => score < LEAST_SCORE && !claimed.has(`${key} ${issue}`),
    ),
  );
  const uncaught = result.claims
    .filter(({ issue, content }) => issue === undefined && content.length > 0)
    .map((claim) => ({ article, words: wordsOf(result, claim.content), telling: tellingWords(claim) }));
  return { caught, nearly, uncaught };
}

/** Contents that share telling words, with the words that most of them have. */
export interface LikenessGroup {
  readonly shared: readonly string[];
  readonly members: readonly Uncaught[];
}

/** Two contents are alike that share this part of their telling words, and two words at least. */
const ALIKE = 0.25;

function areAlike(left: Uncaught, right: Uncaught): boolean {
  const other = new Set(right.telling);
  const shared = left.telling.filter((word) => other.has(word)).length;
  return shared >= 2 && shared / Math.min(left.telling.length, other.size) >= ALIKE;
}

/** The contents in groups of likeness, the largest first, so that a missing issue shows; those like no other come last. */
export function groupByLikeness(contents: readonly Uncaught[]): readonly LikenessGroup[] {
  const groups: Uncaught[][] = [];
  for (const content of contents) {
    const group = groups.find((members) => members.some((member) => areAlike(member, content)));
    if (group === undefined) groups.push([content]);
    else group.push(content);
  }
  const alone = groups.filter(({ length }) => length === 1).flat();
  const alike = groups
    .filter(({ length }) => length > 1)
    .map((members) => {
      const counts = new Map<string, number>();
      for (const word of members.flatMap(({ telling }) => telling))
        counts.set(word, (counts.get(word) ?? 0) + 1);
      const shared = [...counts].filter(([, count]) => count > 1 && 2 * count >= members.length);
      return { members, shared: shared.map(([word]) => word) };
    })
    .toSorted((left, right) => right.members.length - left.members.length);
  return alone.length === 0 ? alike : [...alike, { shared: [], members: alone }];
}
