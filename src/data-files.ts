import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packagePath } from './io/package-files.ts';
import { InputError } from './model/input-error.ts';

/** Reads data files and remembers what was read, so that a run can say what it used. */
export class DataFiles {
  readonly #hashes = new Map<string, string>();
  readonly #models: string | undefined;

  /** `models` is a folder whose files stand in for those of `data/models`. */
  constructor(models?: string) {
    if (models !== undefined && !existsSync(models)) throw new InputError(models, 'no such folder');
    this.#models = models;
  }

  /** Name → SHA-256 of every file read so far. */
  get hashes(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#hashes);
  }

  /** The bytes of a file that ships with the package: `lexicon/states.tsv`. */
  bytes(name: string): Uint8Array {
    const [folder, file = ''] = name.split('/');
    const own = folder === 'models' && this.#models !== undefined ? path.join(this.#models, file) : '';
    return this.#read(existsSync(own) ? own : packagePath(`data/${name}`), name);
  }

  /** The text of a file that ships with the package. */
  text(name: string): string {
    return Buffer.from(this.bytes(name)).toString('utf8');
  }

  /** A user's file: its text and the name under which messages speak of it. */
  userText(file: string): string {
    if (!existsSync(file)) throw new InputError(file, 'no such file');
    return Buffer.from(this.#read(file, path.basename(file))).toString('utf8');
  }

  /** The names of the shipped files in a folder of `data/`, sorted. */
  list(folder: string, ending: string): readonly string[] {
    return readdirSync(packagePath(`data/${folder}`))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`);
  }

  #read(file: string, name: string): Uint8Array {
    const bytes = readFileSync(file);
    this.#hashes.set(name, createHash('sha256').update(bytes).digest('hex'));
    return bytes;
  }
}
