import type { Quad } from '@rdfjs/types';
import { encodeArticle } from '../graph/encode-article.ts';
import type { EncodeOptions } from '../graph/article-scope.ts';
import type { ChangePhrase } from '../infer/change-phrases.ts';
import { readFacts } from '../infer/read-facts.ts';
import type { Facts } from '../infer/read-facts.ts';
import type { ArticleResult } from '../model/article-result.ts';
import type { Article } from '../model/article.ts';
import type { UserDecision } from '../model/user-decision.ts';
import { instancePrefixes, shortHash } from '../rdf/iris.ts';
import { serialise } from '../rdf/serialise.ts';
import { dip, rdf } from '../rdf/vocabulary.ts';
import { frameBlock } from './graph-file.ts';

/** Extraction confidence below which a claim waits for a reader. */
const LOW_CONFIDENCE = 0.5;

/** What a block adds to the report of a build. */
export interface BlockSummary {
  readonly claims: number;
  readonly lowConfidence: number;
  /** IRIs. */
  readonly actors: readonly string[];
  /** IRIs of the issues that claims are about. */
  readonly issues: readonly string[];
}

/** What a build takes from a block besides its text. */
export interface BlockContents {
  readonly summary: BlockSummary;
  /** What positions are inferred from; only where inference is asked for. */
  readonly facts?: Facts;
}

/** One article's graph as text in UTF-8, and what it holds. */
export interface ArticleBlock extends BlockContents {
  readonly trig: Uint8Array<ArrayBuffer>;
}

/**
 * What a block depends on: the article with its metadata, the run, and what persons decided on the article's actors.
 * Equal fingerprints make equal blocks.
 */
export function fingerprintArticle(
  article: Article,
  run: string,
  decisions: readonly UserDecision[] = [],
): string {
  const { sha256, id, date, outlet, url, title, lang, metadata } = article;
  const parts = [run, JSON.stringify([sha256, id, date, outlet, url, title, lang, metadata])];
  return shortHash(decisions.length === 0 ? parts : [...parts, JSON.stringify(decisions)], 32);
}

/** Counts what the quads of one article hold. */
function summariseQuads(quads: readonly Quad[]): BlockSummary {
  const subjectsOfType = (type: string): string[] =>
    quads
      .filter(({ predicate, object }) => predicate.equals(rdf.type) && object.value === type)
      .map(({ subject }) => subject.value);
  return {
    claims: subjectsOfType(dip.Claim.value).length,
    lowConfidence: quads.filter(
      ({ predicate, object }) =>
        predicate.equals(dip.extractionConfidence) && Number(object.value) < LOW_CONFIDENCE,
    ).length,
    actors: subjectsOfType(dip.Actor.value),
    issues: quads.filter(({ predicate }) => predicate.equals(dip.issue)).map(({ object }) => object.value),
  };
}

/** What a build takes from the quads of a block; with the phrases of change also what inference takes. */
export function readContents(quads: readonly Quad[], phrases?: readonly ChangePhrase[]): BlockContents {
  const summary = summariseQuads(quads);
  return phrases === undefined ? { summary } : { summary, facts: readFacts(quads, phrases) };
}

/** The article's result as a block of a graph file. */
export function writeArticleBlock(
  result: ArticleResult,
  options: EncodeOptions,
  { fingerprint, phrases }: { readonly fingerprint: string; readonly phrases?: readonly ChangePhrase[] },
): ArticleBlock {
  const quads = encodeArticle(result, options);
  const trig = serialise(quads, 'trig', { prefixes: instancePrefixes(options.base) });
  return {
    trig: new TextEncoder().encode(frameBlock(trig.slice(trig.indexOf('GRAPH ')), fingerprint)),
    ...readContents(quads, phrases),
  };
}
