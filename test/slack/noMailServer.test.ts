import { expect, test } from 'vitest';
import { aDebtor, paymentsKnownUntil } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';
import { acmeBeforeFinalNotice, click } from '../useCases/notices/noticeTeam.ts';

test('without a mail server a final notice is not asked for, and whoever asks is told why', async () => {
  const team = await dulyInPlayground({ working: true, mails: false });
  await acmeBeforeFinalNotice(team);
  await team.move({ advance: 'PT1M' });
  await click(team, 'colin', 'prompt_ask_approval');
  const said = (await team.person.colin.messages()).findLast((m) => m.ephemeral);
  expect(said?.text).toContain('no mail server');
  expect(await team.db.prisma.approval.count()).toBe(0);
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(1);
});

test('without a mail server a reminder stays to be sent', async () => {
  const team = await dulyInPlayground({ working: true, mails: false });
  await aDebtor(team.db, team.workspaceId, {
    name: 'Bolt Ltd',
    ownerId: team.member.colin,
    invoices: [{ due: '2026-11-13', amount: 90_000 }],
    contacts: [{ name: 'Bea', email: 'bea@bolt.example' }],
  });
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-11-23');
  await team.move({ advance: 'PT1M' });
  for (const button of ['prompt_send', 'reminders_send_all']) {
    await click(team, 'colin', button);
    const said = (await team.person.colin.messages()).filter((m) => m.ephemeral);
    expect(said.at(-1)?.text).toContain('no mail server');
  }
  expect(await team.db.prisma.notice.count()).toBe(0);
  expect(await team.db.prisma.prompt.count({ where: { kind: 'reminder', state: 'open' } })).toBe(1);
});
