/**
 * The one error Duly throws on purpose. `code` is for programs (snake_case, stable), `message` for the log (may name ids and
 * causes), `userMessage` a whole sentence that can be shown to the person who asked, free of secrets and inner workings.
 */
export class DulyError extends Error {
  override readonly name = 'DulyError';

  constructor(
    readonly code: string,
    message: string,
    readonly userMessage: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
