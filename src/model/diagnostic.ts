/** Something a user should know about an input: what, where, how bad. */
export interface Diagnostic {
  readonly severity: 'warning' | 'error';
  /** `corpus.jsonl:3` or `article.txt`. */
  readonly where: string;
  readonly message: string;
}
