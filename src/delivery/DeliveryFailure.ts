/**
 * - `passing`: nothing happened; tried again, after a wait;
 * - `lost`: no answer came, it may have happened; looked for, then tried again;
 * - `item`: this item cannot be sent, others can;
 * - `refused`: the audience of the place is not one we speak to; looked at again at the next item;
 * - `place`: nothing can be sent to this place until it is mended;
 * - `workspace`: nothing can be sent to this workspace until it is mended;
 * - `cancelled`: it must not be sent any more;
 * - `unsure`: nobody knows whether it went out, and it must not go out again.
 */
export type FailureKind =
  | 'passing'
  | 'lost'
  | 'item'
  | 'refused'
  | 'place'
  | 'workspace'
  | 'cancelled'
  | 'unsure';

/** Why an item was not sent; `why` is a code of Slack's or a short sentence. */
export class DeliveryFailure extends Error {
  override readonly name = 'DeliveryFailure';
  /** recipients that do not exist, as the mail server said */
  readonly unknown: readonly string[];

  constructor(
    readonly kind: FailureKind,
    readonly why: string,
    { unknown = [], ...options }: ErrorOptions & { readonly unknown?: readonly string[] } = {},
  ) {
    super(`${kind}: ${why}`, options);
    this.unknown = unknown;
  }
}
