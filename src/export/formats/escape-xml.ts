const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 cannot hold at all, not even escaped: controls but tab and line ends, lone surrogates, two others. */
const FORBIDDEN = /(?![\t\n\r\u007F-\u009F])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/**
 * A text as content or attribute of XML. Line ends and tabs are escaped, since parsers change them; characters that
 * XML 1.0 forbids become U+FFFD.
 */
export function escapeXml(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\uFFFD')
    .replaceAll(/[&<>"]/gu, (character) => ESCAPES[character] ?? character)
    .replaceAll(/[\t\n\r]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
