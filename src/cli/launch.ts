import { statSync } from 'node:fs';
import path from 'node:path';
import type { BundleLoader } from '../io/bundle-loader.ts';
import { createBundleLoader } from '../io/bundle-loader.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { packagePath } from '../io/package-files.ts';

/** The commands that are bundled with all that they need: those that somebody waits for. */
const BUNDLED: ReadonlySet<string> = new Set(['query', 'ask']);

/** Runs the command line, by the bundle where it holds the command. */
export async function launch(parameters: readonly string[]): Promise<void> {
  const called = parameters.find((parameter) => !parameter.startsWith('-')) ?? '';
  const bundle = BUNDLED.has(called) ? openBundle() : undefined;
  if (bundle === undefined) {
    const { main } = await import('./main.ts');
    await main(parameters);
    return;
  }
  process.once('exit', bundle.keepCode);
  const { main } = readExports(bundle.load('main.cjs'), ['main']);
  await main?.(parameters);
}

/** Runs the thread of a query, by the bundle where there is one. */
export async function launchQueryThread(): Promise<void> {
  const bundle = openBundle();
  if (bundle === undefined) {
    const { answerMainThread } = await import('./query-thread.ts');
    await answerMainThread();
    return;
  }
  const { answerMainThread } = readExports(bundle.load('query-thread.cjs'), ['answerMainThread']);
  await answerMainThread?.();
  bundle.keepCode();
}

/** The bundle that was made of the code as it is; undefined after a build without it. */
function openBundle(): BundleLoader | undefined {
  const folder = packagePath('dist/bundle');
  try {
    const made = statSync(path.join(folder, 'main.cjs')).mtimeMs;
    if (statSync(packagePath('dist/cli/main.js')).mtimeMs > made) return undefined;
  } catch {
    return undefined;
  }
  // Every release of Node.js has its own code.
  return createBundleLoader(folder, path.join(cacheFolder(), 'code', process.version));
}

type Run = (parameters?: readonly string[]) => Promise<void>;

function readExports(exported: unknown, names: readonly string[]): Readonly<Record<string, Run>> {
  const found: Record<string, Run> = {};
  if (typeof exported !== 'object' || exported === null) return found;
  for (const [name, value] of Object.entries(exported)) if (names.includes(name)) found[name] = value;
  return found;
}
