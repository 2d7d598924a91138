import { DulyError } from '../core/DulyError.ts';

/** `unknown_columns`: a file whose columns are not known; carries those that were found, so that a person can say what they hold. */
export class UnknownColumns extends DulyError {
  constructor(
    fileName: string,
    readonly columns: readonly string[],
    userMessage: string,
  ) {
    super('unknown_columns', `${fileName}: ${columns.join(' | ')}`, userMessage);
  }
}
