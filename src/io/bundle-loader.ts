import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { keepFile } from './keep-file.ts';

/** Loads files of a bundle of CommonJS with the code that V8 made of them when they last ran. */
export interface BundleLoader {
  /** What a file exports. */
  readonly load: (file: string) => unknown;
  /** Keeps the compiled code of the files that had none, for the next process. */
  readonly keepCode: () => void;
}

/** Hash of a source or of its compiled code, in bytes. */
const HASH = 32;

/**
 * A loader of the bundle in a folder. Compiling takes more time than running: with the code of an earlier process, kept
 * in `codeFolder`, a query takes a third less. Code of another source, another Node.js or a damaged file is not used.
 */
export function createBundleLoader(folder: string, codeFolder: string): BundleLoader {
  const requireFromOutside = createRequire(path.join(folder, 'bundle.cjs'));
  const loaded = new Map<string, { exports: unknown }>();
  const fresh: { readonly name: string; readonly source: Buffer; readonly script: vm.Script }[] = [];

  function load(name: string): unknown {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const filename = path.join(folder, name);
    const source = readFileSync(filename);
    const cachedData = readCode(path.join(codeFolder, name), source);
    const script = new vm.Script(
      `(function (exports, require, module, __filename, __dirname) {${source.toString('utf8')}\n})`,
      { filename, ...(cachedData !== undefined && { cachedData }) },
    );
    if (cachedData === undefined || script.cachedDataRejected === true) fresh.push({ name, source, script });
    const module = { exports: {} };
    loaded.set(name, module);
    const require = (id: string): unknown =>
      id.startsWith('./') ? load(id.slice('./'.length)) : requireFromOutside(id);
    const run: (...settings: readonly unknown[]) => void = script.runInThisContext();
    run(module.exports, require, module, filename, folder);
    return module.exports;
  }

  return {
    load,
    keepCode: () => {
      for (const { name, source, script } of fresh.splice(0)) {
        // Made now and not when compiled, it holds the functions that ran.
        const code = script.createCachedData();
        keepFile(path.join(codeFolder, name), [hashOf(source), hashOf(code), code]);
      }
    },
  };
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** V8 itself compares versions and lengths only. */
function readCode(file: string, source: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(file);
    const code = kept.subarray(2 * HASH);
    const isWhole = hashOf(code).equals(kept.subarray(HASH, 2 * HASH));
    return isWhole && hashOf(source).equals(kept.subarray(0, HASH)) ? code : undefined;
  } catch {
    // Whatever is wrong with a file that was only kept to save time, the source can be compiled.
    return undefined;
  }
}
