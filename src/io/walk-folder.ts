import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { describeFileError } from './file-error.ts';

/** The files below a folder, sorted by path in code-unit order, and what could not be searched. */
export interface FolderListing {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const byCodeUnits = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Path of a name in a folder as the user would write it. */
function joinPath(folder: string, name: string): string {
  if (folder === '.') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/**
 * Lists the files of a folder and its folders; hidden ones (`.name`) are left out. Links are followed, a folder
 * that links lead to again is searched once, and one that lies inside itself is named.
 */
export async function walkFolder(root: string): Promise<FolderListing> {
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const searched = new Set<string>();
  const complain = (where: string, error: unknown): void => {
    const message = describeFileError(error);
    if (message === undefined) throw error;
    diagnostics.push({ severity: 'error', where, message });
  };

  const visit = async (file: string, ancestors: ReadonlySet<string>): Promise<void> => {
    try {
      const status = await stat(file);
      if (status.isDirectory()) return await search(file, ancestors);
      if (status.isFile()) files.push(file);
      else
        diagnostics.push({
          severity: 'warning',
          where: file,
          message: 'is neither file nor folder; skipped',
        });
    } catch (error) {
      complain(file, error);
    }
  };
  const search = async (folder: string, ancestors: ReadonlySet<string>): Promise<void> => {
    const real = await realpath(folder);
    if (ancestors.has(real)) {
      const message = `leads back to the folder ${path.basename(real)} in which it lies; not searched again`;
      diagnostics.push({ severity: 'warning', where: folder, message });
      return;
    }
    if (searched.has(real)) return;
    searched.add(real);
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
    const inside = new Set([...ancestors, real]);
    for (const name of names.toSorted(byCodeUnits)) await visit(joinPath(folder, name), inside);
  };

  try {
    await search(root, new Set());
  } catch (error) {
    complain(root, error);
  }
  return { files: files.toSorted(byCodeUnits), diagnostics };
}
