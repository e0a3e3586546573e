import { isObject, listOf, objectOf, parseJson, textOf } from './json.ts';

/** A candidate that a reconciliation service offers. */
export interface OfferedCandidate {
  readonly qid: string;
  readonly label: string;
  /** 0–1: the service's score over its greatest, 100. */
  readonly score: number;
  /** The service itself is sure. */
  readonly isMatch: boolean;
}

/** A name to be reconciled, with the class that is wanted. */
export interface ReconciliationQuery {
  readonly name: string;
  /** Wikidata class such as Q5. */
  readonly type?: string;
}

/** The form parameter `queries` of a batch (Reconciliation Service API 0.2, section 4.2). */
export function writeQueries(queries: readonly ReconciliationQuery[]): string {
  return JSON.stringify(
    Object.fromEntries(
      queries.map(({ name, type }, index) => [
        `q${index}`,
        { query: name, ...(type === undefined ? {} : { type }), limit: 5 },
      ]),
    ),
  );
}

/** What is wrong with a service's manifest, or nothing: its identifiers must be Wikidata's. */
export function checkManifest(text: string): string | undefined {
  const manifest = parseJson(text);
  if (!isObject(manifest)) return 'gives no manifest of a reconciliation service';
  const space = textOf(manifest['identifierSpace']);
  return /wikidata\.org/.test(space)
    ? undefined
    : `names items of ${space === '' ? 'no identifier space' : space}, not of Wikidata`;
}

/** Whether a batch's answer can be kept. */
export function judgeBatch(text: string, size: number): 'keep' | 'useless' {
  const answer = parseJson(text);
  const isWhole =
    isObject(answer) &&
    Array.from({ length: size }, (_, index) => objectOf(answer[`q${index}`])).every((one) =>
      Array.isArray(one['result']),
    );
  return isWhole ? 'keep' : 'useless';
}

/** The candidates of each query of a batch, best first; those that are no items of Wikidata are left out. */
export function readBatch(text: string, size: number): OfferedCandidate[][] {
  const answer = objectOf(parseJson(text));
  return Array.from({ length: size }, (_, index) =>
    listOf(objectOf(answer[`q${index}`])['result'])
      .map(objectOf)
      .flatMap((candidate): OfferedCandidate[] => {
        const qid = /(Q\d+)$/.exec(textOf(candidate['id']))?.[1];
        const score = typeof candidate['score'] === 'number' ? candidate['score'] : 0;
        return qid === undefined
          ? []
          : [
              {
                qid,
                label: textOf(candidate['name']),
                score: Math.max(0, Math.min(1, score / 100)),
                isMatch: candidate['match'] === true,
              },
            ];
      })
      .sort((left, right) => right.score - left.score),
  );
}
