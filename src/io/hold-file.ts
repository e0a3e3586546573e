import { open, readFile, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { InputError } from '../model/input-error.ts';
import { hasCode, isMissing, refusing } from './file-error.ts';
import { isAlive } from './process-alive.ts';

/** Makes the lock with its owner in it; false where it is there already. */
async function createLock(lock: string, owner: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx');
    try {
      await handle.writeFile(owner).finally(() => handle.close());
    } catch (error) {
      // A lock without its owner would hold the file for ever.
      await unlink(lock);
      throw error;
    }
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readLock(lock: string): Promise<string> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

/** Whether the process that made the lock ran on this machine and has ended, as a killed one has. */
function isAbandoned(owner: string): boolean {
  const [host, processId = ''] = owner.split('\n');
  return host === hostname() && /^\d+$/u.test(processId) && !isAlive(Number(processId));
}

/**
 * Keeps a file for one run at a time by a file `FILE.lock` beside it, and gives the function that lets it go.
 * What a killed run left on this machine is passed over; an InputError where another run holds the file.
 */
export async function holdFile(file: string): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  return refusing(file, async () => {
    const owner = `${hostname()}\n${process.pid}\n`;
    if (!(await createLock(lock, owner))) {
      if (isAbandoned(await readLock(lock))) await unlink(lock);
      if (!(await createLock(lock, owner))) {
        throw new InputError(
          file,
          `another run of demarche writes it; wait for its end, or remove ${lock} if there is none`,
        );
      }
    }
    return () => unlink(lock);
  });
}
