/** How a member wrote to a customer themselves. */
export const writtenChannels = ['email', 'text', 'letter'] as const;
export type WrittenChannel = (typeof writtenChannels)[number];

/** A message that a member wrote without Duly, as they log it. */
export interface WrittenLog {
  readonly debtorId: string;
  readonly channel: WrittenChannel;
  /** when it was sent; may be back-dated, never ahead */
  readonly at: Date;
  /** absent: somebody who is not on file */
  readonly contactId?: string | undefined;
  /** it answers them, or confirms a talk: spacing does not count it */
  readonly isAnswer: boolean;
  /** the validation notice of US Regulation F */
  readonly isValidationNotice?: boolean;
  readonly notes?: string | undefined;
  readonly promptId?: string | undefined;
}
