import { characterOf } from './html-remnants.ts';
import { isDoubleMark } from './quotation-marks.ts';

/** The form that the models read: straight quotation marks and apostrophes, no invisible characters. */
export function normaliseForm(form: string): string {
  if (/^[A-Za-z]*$/u.test(form)) return form;
  if (isDoubleMark(form)) return '"';
  return characterOf(form)
    .replaceAll(/[‘’ʼ‛`´]/gu, "'")
    .replaceAll(/[\u00AD\u200B-\u200D\u2060]/gu, '')
    .replaceAll(/[‐‑]/gu, '-')
    .replaceAll('…', '...');
}
