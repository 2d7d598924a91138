import type { ShownNotice } from '../../core/approvalHash.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { Recipient } from '../../core/recipientOf.ts';
import type { NoticeData } from '../../notices/NoticeData.ts';
import type { RenderedNotice } from '../../notices/renderNotice.ts';
import type { NoticeFigures } from './NoticeFigures.ts';

/** A notice in every form that is shown, stored or sent. */
export interface BuiltNotice {
  /** the facts and rules it was written from */
  readonly input: DecisionInput;
  /** the stage that it is sent for, or the message beside the ladder */
  readonly stage: string;
  readonly data: NoticeData;
  readonly rendered: RenderedNotice;
  readonly recipient: Recipient;
  /** who writes, and gets the answers */
  readonly sender: { readonly name: string; readonly email: string } | undefined;
  readonly figures: NoticeFigures;
  readonly shown: ShownNotice;
  /** fingerprint of what is shown */
  readonly hash: string;
  /** the letter; the same data give the same bytes */
  pdf(): Promise<Buffer>;
}
