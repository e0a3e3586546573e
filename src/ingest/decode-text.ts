import { guessEncoding } from './guess-encoding.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** A file's text, or the reason why its bytes are not read. */
export type DecodedText =
  | { readonly text: string; readonly warning?: string }
  | { readonly text?: undefined; readonly reason: string };

const REPLACEMENT_CHARACTER = /\uFFFD/gu;
/** Control characters that no text has; tab, line breaks, form feed and the DOS end mark are left out. */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const CONTROL = /[\0-\u0008\u000E-\u0019\u001B-\u001F\u007F]/gu;
/** A text with a larger share of control characters is none. */
const CONTROL_SHARE = 0.002;

type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The text; undefined where the bytes are not valid in the encoding. Nothing is replaced, no mark removed. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Decodes UTF-8 without a byte order mark; undefined where the bytes are not valid. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  return decodeStrictly(bytes, 'utf-8');
}

interface ByteOrderMark {
  readonly encoding: UnicodeEncoding | 'utf-32';
  readonly length: number;
}

/** The encoding that a byte order mark names. */
export function readByteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0)
    return { encoding: 'utf-32', length: 4 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** UTF-16 without a mark: zero bytes in a good part of the code units, all of them in the same half. */
function guessUtf16(bytes: Uint8Array): UnicodeEncoding | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  let even = 0;
  let odd = 0;
  for (let offset = 0; offset < bytes.length; offset += 2) {
    if (bytes[offset] === 0) even += 1;
    if (bytes[offset + 1] === 0) odd += 1;
  }
  const enough = Math.max(2, 0.05 * bytes.length);
  if (odd >= enough && even === 0) return 'utf-16le';
  if (even >= enough && odd === 0) return 'utf-16be';
  return undefined;
}

/** Whether decoded characters are those of a text. */
function looksBinary(text: string): boolean {
  const controls = text.match(CONTROL)?.length ?? 0;
  return text.includes('\0') || controls > Math.max(1, CONTROL_SHARE * text.length);
}

function accept(text: string, warning?: string): DecodedText {
  if (text.trim() === '') return { reason: 'holds nothing but white space' };
  const replaced = text.match(REPLACEMENT_CHARACTER)?.length ?? 0;
  const warnings = [
    warning,
    replaced > 0
      ? `holds ${replaced} replacement character${replaced > 1 ? 's' : ''} (U+FFFD): it was decoded wrongly before it came here`
      : undefined,
  ].filter((one) => one !== undefined);
  return warnings.length === 0 ? { text } : { text, warning: warnings.join('; ') };
}

/** Whether a good part of the bytes beyond ASCII is proper UTF-8: then they are damaged UTF-8 and no older encoding. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const binary = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const sequences =
    binary.match(
      /[\u00C2-\u00DF][\u0080-\u00BF]|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}/gu,
    ) ?? [];
  const beyond = binary.match(/[\u0080-\u00FF]/gu)?.length ?? 0;
  return sequences.join('').length >= 0.3 * beyond;
}

/** Position of the first byte that is not valid UTF-8. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  const isValidUpTo = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isValidUpTo(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decodeMarked(bytes: Uint8Array, mark: ByteOrderMark): DecodedText {
  if (mark.encoding === 'utf-32') return { reason: 'is UTF-32; save it as UTF-8' };
  const text = decodeStrictly(bytes.subarray(mark.length), mark.encoding);
  if (text === undefined) {
    return {
      reason: `begins with the byte order mark of ${mark.encoding.toUpperCase()} but is damaged; save it as UTF-8`,
    };
  }
  return looksBinary(text) ? { reason: 'is a binary file, no text' } : accept(text);
}

/** The text in an encoding that somebody names; undefined where the name is unknown or the bytes do not fit it. */
function decodeNamed(bytes: Uint8Array, label: string): string | undefined {
  try {
    const text = /^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii)$/u.test(label)
      ? decodeWindows1252(bytes)
      : new TextDecoder(label, { fatal: true }).decode(bytes);
    return looksBinary(text) ? undefined : text;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Decodes bytes in an encoding that the document itself names; undefined where it is unknown or does not fit. */
function decodeDeclared(bytes: Uint8Array, declared: string): DecodedText | undefined {
  const label = declared.trim().toLowerCase();
  const text = /^utf-?8$/u.test(label) ? undefined : decodeNamed(bytes, label);
  return text === undefined
    ? undefined
    : accept(text, `is ${label}, as it says itself; it was decoded as such`);
}

/**
 * The bytes in UTF-8 of a file whose user names its encoding, such as `gb18030`; undefined where they do not fit it.
 * Bytes with a byte order mark or in valid UTF-8 are left as they are: in a folder of many origins they need no help.
 */
export function recodeToUtf8(bytes: Uint8Array, encoding: string): Uint8Array | undefined {
  const label = encoding.trim().toLowerCase();
  const isWide = /^utf-?16/u.test(label);
  if (readByteOrderMark(bytes) !== undefined || (!isWide && decodeUtf8(bytes) !== undefined)) return bytes;
  const text = decodeNamed(bytes, label);
  return text === undefined ? undefined : Buffer.from(text, 'utf8');
}

/**
 * The text of a file in UTF-8, UTF-16 or (with a warning) an older encoding. The byte order mark is not part of it;
 * everything else is, line ends included. What cannot be read for certain is refused, never mended.
 * `declared` is the encoding that the document names, for formats that can.
 */
export function decodeText(bytes: Uint8Array, options: { readonly declared?: string } = {}): DecodedText {
  if (bytes.length === 0) return { reason: 'is empty' };
  const mark = readByteOrderMark(bytes);
  if (mark !== undefined)
    return bytes.length === mark.length ? { reason: 'is empty' } : decodeMarked(bytes, mark);

  if (bytes.includes(0)) {
    const encoding = guessUtf16(bytes);
    const text = encoding === undefined ? undefined : decodeStrictly(bytes, encoding);
    return text === undefined || looksBinary(text) ? { reason: 'is a binary file, no text' } : accept(text);
  }
  const text = decodeUtf8(bytes);
  if (text !== undefined) return looksBinary(text) ? { reason: 'is a binary file, no text' } : accept(text);

  const declared = options.declared === undefined ? undefined : decodeDeclared(bytes, options.declared);
  if (declared !== undefined) return declared;
  const asWindows = decodeWindows1252(bytes);
  if (looksBinary(asWindows)) return { reason: 'is a binary file, no text' };
  if (isDamagedUtf8(bytes)) {
    return {
      reason: `is damaged UTF-8: the byte at ${firstInvalidByte(bytes)} does not belong there; save it again as UTF-8, or name its encoding with --encoding`,
    };
  }
  const guess = guessEncoding(bytes);
  if (guess === undefined) {
    return {
      reason:
        'is neither UTF-8 nor UTF-16 nor, plainly, an older encoding; save it as UTF-8, or name its encoding with --encoding (gb18030, shift_jis, macintosh …)',
    };
  }
  return accept(
    guess.text,
    `is not UTF-8 but reads as ${guess.name} and was decoded as such; to be sure save it as UTF-8, or name its encoding with --encoding`,
  );
}
