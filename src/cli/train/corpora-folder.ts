import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { toInputError } from '../../io/file-error.ts';
import { InputError } from '../../model/input-error.ts';

/** The text of a file, unpacked when its name ends with `.gz`; an InputError where it cannot be read. */
export function readPackedText(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    const mended = toInputError(file, error);
    throw mended === error
      ? new InputError(file, 'cannot be unpacked; fetch it again', { cause: error })
      : mended;
  }
}

/** A line of a file with the place that messages name: `own.jsonl:3`. Empty lines are left out. */
export interface PlacedLine {
  readonly line: string;
  readonly where: string;
}

/** The lines of a file that hold something. */
export function readPlacedLines(file: string): readonly PlacedLine[] {
  return readPackedText(file)
    .split('\n')
    .map((line, index) => ({ line: line.trim(), where: `${file}:${index + 1}` }))
    .filter(({ line }) => line !== '');
}

/** A corpus as a file in the user’s folder. */
export interface CorpusFile {
  readonly name: string;
  readonly licence: string;
  /** Relative to the folder: `ud/en_ewt-train.conllu`; it may also be packed with gzip. */
  readonly path: string;
}

/** A corpus file with its content. */
interface ReadCorpus extends CorpusFile {
  readonly content: string;
}

/** The user's folder of corpora. */
export class CorporaFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Where a corpus lies, packed or not; an InputError where it does not. */
  find(corpus: CorpusFile): string {
    const plain = path.join(this.#folder, corpus.path);
    const found = [`${plain}.gz`, plain].find((file) => existsSync(file));
    if (found === undefined) {
      throw new InputError(
        `${plain}.gz`,
        `there is no such file; it should hold ${corpus.name} (data/README.md says where that comes from)`,
      );
    }
    return found;
  }

  /** The corpus with its content. */
  read(corpus: CorpusFile): ReadCorpus {
    return { ...corpus, content: readPackedText(this.find(corpus)) };
  }
}
