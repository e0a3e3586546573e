const DOUBLE_MARK = /^(?:[“”„‟«»]|``|'')$/u;

/** The form that the models read: straight quotation marks and apostrophes, no invisible characters. */
export function normaliseForm(form: string): string {
  if (DOUBLE_MARK.test(form)) return '"';
  if (/^[A-Za-z]*$/u.test(form)) return form;
  return form
    .replaceAll(/[‘’ʼ‛`´]/gu, "'")
    .replaceAll(/[\u00AD\u200B-\u200D\u2060]/gu, '')
    .replaceAll(/[‐‑]/gu, '-')
    .replaceAll('…', '...');
}
