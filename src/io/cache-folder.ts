import { homedir } from 'node:os';
import path from 'node:path';
import { env, platform } from 'node:process';
import { packageVersion } from './package-files.ts';

/** The user's folder for what this version may keep to save time and anyone may delete. */
export function cacheFolder(): string {
  const fallback =
    platform === 'win32' ? path.join(homedir(), 'AppData', 'Local') : path.join(homedir(), '.cache');
  const told = env['XDG_CACHE_HOME'] ?? '';
  return path.join(path.isAbsolute(told) ? told : fallback, 'demarche', packageVersion());
}
