import { shortDay } from '../../core/dayName.ts';
import { stageName } from '../../core/stageName.ts';
import { dayIn } from '../../core/zone.ts';
import type { Queries } from '../../db/client.ts';
import { type MailedMessage, mailedMessages } from '../../db/mailedMessages.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** As many as may be meant by what came back. */
const LAST = 5;

/** A mail that may have come back, for a list to choose from. */
export interface LastMail {
  readonly id: string;
  /** when, what and to whom: "23 Nov 2026: Late-payment notice to Jane Miller" */
  readonly text: string;
  /** its address, and that it came back already */
  readonly description: string;
}

/** The last mails that went out about an account, Duly's and those that members wrote themselves, the newest first. */
export async function lastMails(
  tx: Queries,
  { workspace, debtorId }: { workspace: WorkspaceContext; debtorId: string },
): Promise<LastMail[]> {
  const { id: workspaceId, zone, locale } = workspace;
  const mails = await mailedMessages(tx, { workspaceId, debtorId, limit: LAST });
  return mails.map((mail) => ({
    id: mail.id,
    text: `${shortDay(dayIn(zone, mail.at), locale)}: ${nameOf(mail)} to ${mail.to ?? 'somebody who is not on file'}`,
    description: [mail.email, mail.cameBack && 'came back already'].filter(Boolean).join(', '),
  }));
}

/** What it was: "Late-payment notice", or "Email of Colin Reed" for what a member wrote. */
export function nameOf({ kind, by }: Pick<MailedMessage, 'kind' | 'by'>): string {
  if (kind !== null) return stageName(kind);
  return by === null ? 'Email' : `Email of ${by}`;
}
