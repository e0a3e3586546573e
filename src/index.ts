/**
 * The public API: the same stages that the commands run, as functions.
 * `readArticleFile` → `readClaims` → `encodeArticle` → `createClaimStore` → `runQuery`.
 */
export { loadResources } from './resources.ts';
export type { ResourceOptions, Resources } from './resources.ts';
export { readArticles } from './ingest/read-articles.ts';
export type { IngestResult, InputFile } from './ingest/input-file.ts';
export { readClaims } from './pipeline.ts';
export { formatClaimsLine } from './export/claims-jsonl.ts';
export { encodeArticle } from './graph/encode-article.ts';
export type { EncodeOptions } from './graph/article-scope.ts';
export { encodeRun } from './graph/encode-run.ts';
export type { RunConfiguration } from './graph/encode-run.ts';
export { validateGraph } from './graph/validate-graph.ts';
export { parseRdf } from './rdf/parse-rdf.ts';
export type { ParseOptions } from './rdf/parse-rdf.ts';
export { serialise } from './rdf/serialise.ts';
export type { SerialiseOptions, WrittenFormat } from './rdf/serialise.ts';
export { createClaimStore } from './store/claim-store.ts';
export type { ClaimStore } from './store/claim-store.ts';
export { runQuery } from './query/engine.ts';
export type { QueryOptions, QueryResult, Row } from './query/engine.ts';
export { readLibraryQuery, readQueryLibrary } from './query/library.ts';
export { bindParameters } from './query/bind-parameters.ts';
export { createNameResolver } from './query/name-resolver.ts';
export { buildGraph, BuildInterrupted } from './build/build-graph.ts';
export type { BuildReport, BuildRequest, BuildStep } from './build/build-graph.ts';
export { ARTICLE, STANCE_POLARITY, UNATTRIBUTED } from './model/claim.ts';
export type { Claim, Stance } from './model/claim.ts';
export type { Article } from './model/article.ts';
export type { ArticleResult } from './model/article-result.ts';
export type { Attribution } from './model/attribution.ts';
export type { Entity } from './model/entity.ts';
export type { Issue } from './model/issue.ts';
export type { LinkDecision } from './model/link-decision.ts';
export type { Mention } from './model/mention.ts';
export type { Span } from './model/span.ts';
export { InputError } from './model/input-error.ts';
