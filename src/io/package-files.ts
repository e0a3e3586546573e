import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the nearest one above this file that holds a `package.json`. */
function findPackageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    const above = path.dirname(folder);
    if (above === folder)
      throw new Error('demarche is not installed as a package: no package.json above its code');
    folder = above;
  }
  return folder;
}

/** Absolute path of a file or folder that ships with the package: `data/lexicon`. */
export function packagePath(relative: string): string {
  return path.join(findPackageRoot(), relative);
}

/** The version in the package's own `package.json`. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(packagePath('package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : 'unknown';
}
