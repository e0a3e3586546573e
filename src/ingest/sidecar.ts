import type { ArticleFields } from './article-fields.ts';
import { readFields } from './article-fields.ts';
import { decodeText } from './decode-text.ts';
import type { SidecarFile } from './input-file.ts';

/** The fields of a sidecar and what was wrong with it. */
export interface SidecarReading {
  readonly fields: ArticleFields;
  readonly warnings: readonly string[];
}

/** Reads the JSON file beside an article; a sidecar that cannot be read is left out with a warning. */
export function readSidecar(sidecar: SidecarFile | undefined): SidecarReading {
  if (sidecar === undefined) return { fields: {}, warnings: [] };
  const decoded = decodeText(sidecar.bytes);
  if (decoded.text === undefined) {
    return { fields: {}, warnings: [`its metadata file ${sidecar.path} ${decoded.reason}`] };
  }
  try {
    const record: unknown = JSON.parse(decoded.text);
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
      const { fields, problems } = readFields(record);
      return { fields, warnings: problems.map((problem) => `${sidecar.path}: ${problem}`) };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { fields: {}, warnings: [`its metadata file ${sidecar.path} is no JSON object and was left out`] };
}
