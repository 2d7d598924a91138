import { z } from 'zod';
import { stageName } from '../../core/stageName.ts';
import { dayIn } from '../../core/zone.ts';
import type { Queries } from '../../db/client.ts';
import type { Activity, Notice } from '../../generated/prisma/client.ts';
import type { EvidenceLetter } from '../../reports/evidence/Evidence.ts';
import { mailKey } from '../notices/mailKey.ts';
import { recipientWords } from '../notices/NoticeFigures.ts';
import type { EvidenceOf } from './EvidenceOf.ts';

const mailed = z.object({
  attachments: z.array(z.object({ contentType: z.string(), contentBase64: z.string().optional() })),
});
const posting = z.object({ registeredNumber: z.string() });

const standings: Readonly<Record<string, string>> = {
  sent: 'sent',
  failed: 'came back undelivered',
  unsure: 'not known whether it was delivered',
};

/**
 * Everything that was mailed about the account, oldest first, as it was mailed: text and the letter that was attached. What lists other accounts too
 * (the statement of a group) is named and not enclosed.
 */
export async function evidenceLetters(
  tx: Queries,
  about: EvidenceOf & {
    readonly activities: readonly Activity[];
    /** ids of notices that list other accounts too */
    readonly shared: ReadonlySet<string>;
  },
): Promise<EvidenceLetter[]> {
  const { workspace, debtorId, activities, shared } = about;
  const named = activities.flatMap(({ noticeId }) => (noticeId ? [noticeId] : []));
  const notices = await tx.prisma.notice.findMany({
    where: {
      workspaceId: workspace.id,
      OR: [{ debtorId }, { id: { in: [...new Set(named)] } }],
      state: { in: Object.keys(standings) },
      sentAt: { not: null },
    },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
  });
  const mails = notices.filter((notice) => recipientWords(notice) !== '');
  const letters: EvidenceLetter[] = [];
  for (const notice of mails) {
    const { id, kind, state, sentAt, createdAt, subject, text } = notice;
    letters.push({
      at: sentAt ?? createdAt,
      title: stageName(kind),
      to: shared.has(id) ? 'the group of accounts' : recipientWords(notice),
      standing: standings[state] ?? state,
      posted: postedOf(id, activities, workspace.zone),
      ...(!shared.has(id) && { mail: { subject, text, pdf: await letterOf(tx, notice) } }),
    });
  }
  return letters;
}

/** The PDF that went along, from the outbox, which keeps letters as long as the records of their account. */
async function letterOf(tx: Queries, { id, workspaceId }: Notice): Promise<Buffer | undefined> {
  const key = mailKey(id);
  const sent = await tx.prisma.outbox.findFirst({ where: { workspaceId, key }, select: { payload: true } });
  const { attachments } = mailed.catch({ attachments: [] }).parse(sent?.payload);
  const letter = attachments.find(({ contentBase64 }) => contentBase64 !== undefined);
  return letter?.contentBase64 === undefined ? undefined : Buffer.from(letter.contentBase64, 'base64');
}

function postedOf(noticeId: string, activities: readonly Activity[], zone: string): EvidenceLetter['posted'] {
  const isPosting = (one: Activity) =>
    one.noticeId === noticeId && one.kind === 'letter' && one.reversesId === null;
  const posted = activities.find(
    (one) => isPosting(one) && !activities.some(({ reversesId }) => reversesId === one.id),
  );
  const details = posting.safeParse(posted?.details);
  return posted && details.success
    ? { number: details.data.registeredNumber, on: dayIn(zone, posted.at) }
    : undefined;
}
