import { InputError } from '../../model/input-error.ts';

/** Does something to a SQLite file; of a full disk SQLite tells in words of its own, which the user can mend. */
export function writing<Result>(file: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error) || !/disk|full|I\/O|open/iu.test(error.message)) throw error;
    throw new InputError(file, `cannot be written (${error.message}); the disk may be full`, {
      cause: error,
    });
  }
}
