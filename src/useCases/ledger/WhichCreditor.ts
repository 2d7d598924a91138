import { DulyError } from '../../core/DulyError.ts';

/** A file does not say whose it is, and there are several creditors. */
export class WhichCreditor extends DulyError {
  constructor(readonly creditors: readonly { readonly id: string; readonly name: string }[]) {
    super(
      'which_creditor',
      `${creditors.length} creditors`,
      'You collect for several creditors, and the file does not say for which it is. Say whose it is.',
    );
  }
}
