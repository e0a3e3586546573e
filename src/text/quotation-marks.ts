/** Marks by their shape; « and » open or close by the language, “ closes in German. */
const OPENING_SHAPE = /^(?:[“„«‹「『〝]|``|&(?:ldquo|laquo|bdquo);)$/u;
const CLOSING_SHAPE = /^(?:[”»›」』〞]|''|&(?:rdquo|raquo);)$/u;
const DOUBLE = '"＂“”„‟«»‹›「」『』〝〞';
const DOUBLE_ENTITY = /^&(?:quot|[lr]dquo|bdquo|[lr]aquo|#34|#822[012]);$/u;

/** Whether a token is a double quotation mark of any style, also one that a scraper left as an entity of HTML. */
export function isDoubleMark(form: string): boolean {
  if (form.length === 1) return DOUBLE.includes(form);
  if (form.length === 2) return form === '``' || form === "''";
  return form.startsWith('&') && DOUBLE_ENTITY.test(form);
}

/** Whether the mark has the shape of one that opens a quotation in English. */
export function hasOpeningShape(form: string): boolean {
  return OPENING_SHAPE.test(form);
}

/** Whether the mark has the shape of one that closes a quotation in English. */
export function hasClosingShape(form: string): boolean {
  return CLOSING_SHAPE.test(form);
}
