import type { ClaimDocument } from '../../evaluate/claim-document.ts';
import { parseClaimDocuments } from '../../evaluate/parse-claim-documents.ts';
import { formatClaimsLine } from '../../export/claims-jsonl.ts';
import type { Article } from '../../model/article.ts';
import { InputError } from '../../model/input-error.ts';
import { readClaims } from '../../pipeline.ts';
import type { Resources } from '../../resources.ts';
import { annotateText } from '../../text/annotate-text.ts';
import type { Gold } from './read-gold.ts';

/** The attributions of an article, before anybody asks for holders and positions. */
function readAttributions(article: Article, { extractor, language }: Resources): ClaimDocument {
  const attributions = extractor.extract(annotateText(article, language));
  return {
    id: article.id,
    sha256: article.sha256,
    entities: [],
    claims: attributions.map(({ source, cue, content, reporting }) => ({
      holder: '',
      source,
      cue,
      content,
      reporting,
    })),
    isBare: true,
  };
}

/** What the extractor finds in the gold articles: claims, or attributions alone where gold has no more. */
export function predictClaims(
  { documents, articles }: Gold,
  resources: Resources,
  progress: (line: string) => void,
): readonly ClaimDocument[] {
  const wanted = documents.flatMap(({ id, isBare }) => {
    const article = articles.get(id);
    return article === undefined ? [] : [{ article, isBare: isBare === true }];
  });
  if (wanted.length === 0) {
    throw new InputError(
      'no texts',
      'give those of the gold articles with --texts, or claims with --predictions',
    );
  }
  return wanted.flatMap(({ article, isBare }, index) => {
    progress(`${resources.extractor.name}: article ${index + 1}/${wanted.length} ${article.id}`);
    return isBare
      ? [readAttributions(article, resources)]
      : parseClaimDocuments(formatClaimsLine(readClaims(article, resources)), article.id);
  });
}
