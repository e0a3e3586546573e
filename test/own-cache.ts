import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env } from 'node:process';

const folder = mkdtempSync(path.join(tmpdir(), 'demarche-cache-'));

/** Gives the tests, and the processes that they start, a cache of their own: the user's is left alone. */
export function setup(): void {
  env['XDG_CACHE_HOME'] = folder;
}

/** Removes it. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
