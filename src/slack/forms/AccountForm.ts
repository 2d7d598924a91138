import type { types } from '@slack/bolt';
import type { Act } from '../../core/permissions.ts';
import type { Asker } from '../Asker.ts';

/** For which account a form is filled, and with what was typed. */
export interface FormRequest extends Asker {
  readonly debtorId: string;
  /** the words that named the account: perhaps one of its invoices */
  readonly named: string;
  /** the words after it */
  readonly words: string;
}

/** A form about one account. */
export interface AccountForm {
  /** of its window */
  readonly title: string;
  /** who may fill it in */
  readonly act: Act;
  /** The form, filled in as far as can be known. Throws DulyError where there is nothing to fill in. */
  open(request: FormRequest): Promise<types.ModalView>;
}
