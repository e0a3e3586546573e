/** What the bytes 0x80 to 0x9F stand for in Windows-1252; a space where they stand for nothing. */
const UPPER_CONTROLS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const UNASSIGNED: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Characters that stand between two letters: “Trump’s”, “Munich—where”. */
const JOINING = /[‘’–—…·\u00A0\u00AD]/u;
const LETTER = /\p{L}/u;

/** Decodes Windows-1252; unassigned bytes become the C1 controls that they are in ISO 8859-1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  // The platform's own decoder has had versions that read the bytes 0x80 to 0x9F as ISO 8859-1 (nodejs/node#56542).
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/gu, (control) => {
      const code = control.charCodeAt(0);
      return UNASSIGNED.has(code) ? control : (UPPER_CONTROLS[code - 0x80] ?? control);
    });
}

/** Whether a character beyond ASCII may stand between its neighbours in a text of a western European language. */
function fits(character: string, before: string, after: string): boolean {
  if (/\p{Ll}/u.test(character)) return true;
  // “donÕt” is a Macintosh text, “ÎÎÍ” a Cyrillic one.
  if (/\p{Lu}/u.test(character)) return !/\p{Ll}/u.test(before) && !/[^\p{ASCII}]/u.test(after);
  return JOINING.test(character) || !(LETTER.test(before) && LETTER.test(after));
}

/**
 * Whether bytes that are no UTF-8 read as prose in Windows-1252: no unassigned byte, mostly ASCII, capitals and
 * marks where words have them. Texts in Cyrillic, Macintosh or DOS encodings fail.
 */
export function isPlausibleWindows1252(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => UNASSIGNED.has(byte))) return false;
  const beyond = bytes.reduce((count, byte) => (byte < 0x80 ? count : count + 1), 0);
  if (beyond > 0.25 * bytes.length) return false;
  const text = decodeWindows1252(bytes);
  let misfits = 0;
  let run = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (text.charCodeAt(offset) < 0x80) {
      run = 0;
      continue;
    }
    run += 1;
    if (run > 3 || !fits(text[offset] ?? '', text[offset - 1] ?? '', text[offset + 1] ?? '')) misfits += 1;
  }
  return /\p{L}/u.test(text) && misfits <= 0.02 * beyond;
}
