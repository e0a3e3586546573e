import { InputError } from '../model/input-error.ts';

/** What the operating system's refusals mean to a user. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'there is no such file or folder',
  EEXIST: 'a file of that name stands in the way',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'the links lead round in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is larger than the file system allows',
  EIO: 'the disk reports an error',
  EBUSY: 'the file is in use',
  EINVAL: 'the name is not allowed here',
};

/** What SQLite says where its file could not be written; it hides the system's own refusal. */
const SQLITE_REFUSAL = /disk I\/O error|database or disk is full|unable to open database|readonly database/u;

/** Whether the operating system refused with this code: `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Whether the operating system found no such file or folder. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}

/** What the operating system refused, in words; undefined for errors that are no refusals. */
export function describeFileError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'SQLite3Error' && SQLITE_REFUSAL.test(error.message))
    return 'cannot be written: the disk is full, or does not let us';
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return MEANINGS[error.code];
}

/** Does one thing to the disk; what the operating system refuses becomes an InputError. */
export async function refusing<Result>(where: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw toInputError(where, error);
  }
}

/** As `refusing`, for what is done at once. */
export function refusingNow<Result>(where: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw toInputError(where, error);
  }
}

/** The InputError that a refusal of the operating system means; any other error comes back as it is. */
export function toInputError(where: string, error: unknown): unknown {
  const meaning = describeFileError(error);
  return meaning === undefined ? error : new InputError(where, meaning, { cause: error });
}
