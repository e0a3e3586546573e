/** A mistake that the user can mend: where it is, what it is, what is allowed. Exit code 1, no stack. */
export class InputError extends Error {
  readonly where: string;

  constructor(where: string, problem: string, options?: ErrorOptions) {
    super(`${where}: ${problem}`, options);
    this.name = 'InputError';
    this.where = where;
  }
}
