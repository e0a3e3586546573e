const ATTRIBUTES = String.raw`(?:\s+[a-zA-Z_:-]{1,30}\s*=\s*(?:"[^"<>]{0,400}"|'[^'<>]{0,400}'|[^\s<>"']{1,200}))*\s*\/?`;

/** A tag that parts lines, as a scraper may have left it in a text: the source of a regular expression. */
export const BLOCK_TAG = `</?(?:p|div|br|hr|li|ul|ol|h[1-6]|tr|table|tbody|blockquote|section|article|header|footer|figure|figcaption)${ATTRIBUTES}>`;

/** Any tag that a scraper may have left in a text: the source of a regular expression. “a < b and c > d” has none. */
export const REMNANT_TAG = `</?(?:p|div|br|hr|li|ul|ol|h[1-6]|tr|td|th|table|tbody|thead|blockquote|section|article|header|footer|figure|figcaption|span|a|b|i|u|em|strong|small|sub|sup|font|img|time|center|script|style|iframe)${ATTRIBUTES}>`;

/** A character reference of HTML: “&amp;”, “&#39;”. */
export const ENTITY = '&(?:[a-zA-Z]{2,8}|#\\d{1,6}|#[xX][\\dA-Fa-f]{1,5});';

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&apos;': "'",
  '&#39;': "'",
  '&#039;': "'",
  '&lsquo;': "'",
  '&rsquo;': "'",
  '&ndash;': '–',
  '&mdash;': '—',
  '&hellip;': '...',
};

/** Whether the words are a reference to a space. */
export function isSpaceEntity(words: string): boolean {
  return /^&(?:nbsp|ensp|emsp|thinsp|zwnj|shy|#160|#xA0);$/iu.test(words);
}

/** The character that a reference stands for, as the models know it; the words themselves where it is no common one. */
export function characterOf(words: string): string {
  return CHARACTERS[words] ?? words;
}
