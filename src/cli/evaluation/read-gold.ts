import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ClaimDocument } from '../../evaluate/claim-document.ts';
import { checkSpans, parseClaimDocuments } from '../../evaluate/parse-claim-documents.ts';
import { readArticles } from '../../ingest/read-articles.ts';
import { readText } from '../../io/read-file.ts';
import type { Article } from '../../model/article.ts';
import { InputError } from '../../model/input-error.ts';
import { readInputs } from '../read-inputs.ts';
import type { Terminal } from '../terminal.ts';

/** Gold documents and, as far as they are at hand, their articles by id. */
export interface Gold {
  readonly documents: readonly ClaimDocument[];
  readonly articles: ReadonlyMap<string, Article>;
}

/** The documents of claims files, in the order of the files. */
export async function readClaimFiles(files: readonly string[]): Promise<readonly ClaimDocument[]> {
  const documents = [];
  for (const file of files) documents.push(...parseClaimDocuments(await readText(file), file));
  return documents;
}

function refuseTwins(documents: readonly ClaimDocument[]): void {
  const first = new Map<string, ClaimDocument>();
  for (const document of documents) {
    const twin = first.get(document.id);
    if (twin !== undefined) {
      throw new InputError(
        document.origin ?? document.id,
        `the article "${document.id}" is there already: ${twin.origin ?? ''}; each has one line`,
      );
    }
    first.set(document.id, document);
  }
}

/**
 * Reads gold claims and the texts of their articles: those inside the files, else those given, else those of a folder
 * `texts` beside a gold file.
 */
export async function readGold(
  files: readonly string[],
  texts: readonly string[] | undefined,
  terminal: Terminal,
  encoding?: string,
): Promise<Gold> {
  const documents: ClaimDocument[] = [];
  const inside: Article[] = [];
  for (const file of files) {
    const jsonl = await readText(file);
    documents.push(...parseClaimDocuments(jsonl, file));
    inside.push(...readArticles({ path: 'gold.jsonl', bytes: Buffer.from(jsonl) }).articles);
  }
  if (documents.length === 0) throw new InputError(files.join(' '), 'holds no gold articles');
  refuseTwins(documents);
  const beside = files
    .map((file) => path.join(path.dirname(file), 'texts'))
    .filter((folder) => existsSync(folder));
  const isWanting = documents.some(({ text }) => text === undefined);
  const patterns = texts ?? (isWanting ? [...new Set(beside)] : []);
  const found =
    patterns.length === 0 ? { articles: [] } : await readInputs(patterns, new Map(), terminal, encoding);
  const articles = new Map([...found.articles, ...inside].map((article) => [article.id, article]));
  for (const document of documents) {
    const article = articles.get(document.id);
    if (article === undefined) continue;
    if (document.sha256 !== undefined && document.sha256 !== article.sha256) {
      terminal.report(
        `warning: ${document.origin ?? ''}: the text of "${document.id}" is another one (SHA-256 differs), so that offsets do not compare`,
      );
    } else checkSpans(document, article.text);
  }
  return {
    documents: documents.map((document) => {
      const outlet = document.outlet ?? articles.get(document.id)?.outlet;
      return outlet === undefined ? document : { ...document, outlet };
    }),
    articles,
  };
}
