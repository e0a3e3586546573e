import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { isAlive } from './process-alive.ts';

/** The first part of a temporary name: `.graph.trig.host-4711.`; host and process tell who left it. */
function temporaryPrefix(target: string): string {
  return `.${path.basename(target)}.`;
}

function temporaryOwner(processId: number): string {
  return `${hostname().replaceAll(/[^\w-]/gu, '_')}-${processId}`;
}

/** Names alone, for a folder has several paths; no two names are the same. */
const OWN_TEMPORARIES = new Set<string>();

/** A new path beside a file or folder, for what will take its place. Until it is forgotten nobody here removes it. */
export function temporaryPath(target: string): string {
  const name = `${temporaryPrefix(target)}${temporaryOwner(process.pid)}.${randomUUID().slice(0, 8)}.tmp`;
  OWN_TEMPORARIES.add(name);
  return path.join(path.dirname(target), name);
}

/** Says that a temporary path is not in use any more. */
export function forgetTemporary(place: string): void {
  OWN_TEMPORARIES.delete(path.basename(place));
}

/** Removes what killed runs on this machine have left beside a file or folder. */
export async function removeLeftovers(target: string): Promise<void> {
  const folder = path.dirname(target);
  const prefix = temporaryPrefix(target);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith('.tmp')) continue;
    const [owner = ''] = name.slice(prefix.length).split('.');
    const processId = Number(owner.slice(owner.lastIndexOf('-') + 1));
    if (!Number.isInteger(processId) || owner !== temporaryOwner(processId)) continue;
    const place = path.join(folder, name);
    const isAbandoned = processId === process.pid ? !OWN_TEMPORARIES.has(name) : !isAlive(processId);
    // Another run may have removed it in the meantime.
    if (isAbandoned) await rm(place, { recursive: true, force: true }).catch(() => undefined);
  }
}
