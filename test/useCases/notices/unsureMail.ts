import { noticeSettled } from '../../../src/useCases/notices/noticeSettled.ts';
import { click, type NoticeTeam } from './noticeTeam.ts';

/** The connection broke while the only mail was sent: nobody knows whether it went out. */
export async function nobodyKnows(team: NoticeTeam): Promise<void> {
  await team.db.prisma.outbox.updateMany({ where: { kind: 'mail' }, data: { state: 'unsure' } });
  const { id } = await team.db.prisma.notice.findFirstOrThrow();
  await team.db.transaction((tx) =>
    noticeSettled(tx, {
      item: { workspaceId: team.workspaceId, about: { kind: 'notice', id } },
      outcome: { state: 'unsure', why: 'the connection was lost' },
      now: team.clock.now(),
    }),
  );
  await team.settle();
}

/** The manager who is asked answers. */
export async function managerSays(
  team: NoticeTeam,
  what: 'prompt_was_sent' | 'prompt_was_not_sent',
): Promise<void> {
  const { memberId } = await team.db.prisma.prompt.findFirstOrThrow({
    where: { kind: 'unsure_mail', state: 'open' },
  });
  await click(team, memberId === team.member.max ? 'max' : 'marta', what);
  await team.settle();
}
