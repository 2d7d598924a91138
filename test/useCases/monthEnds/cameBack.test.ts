import { expect, it } from 'vitest';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { memberOf } from '../calls/callTeam.ts';
import type { NoticeTeam } from '../notices/noticeTeam.ts';
import { customer, ends, MONTH_END, monthEndTeam } from './monthEndTeam.ts';

const WHY = 'It could not be delivered to Jane Miller <jane@acme.example>: the mail came back.';
const SAID = 'Statement of the last month end: It could not be delivered to Jane Miller';

async function cameBack({ person: { colin } }: NoticeTeam, account: string) {
  await colin.command(`reply ${account}`);
  await colin.submit({ kind: { selected_option: 'came_back' } });
  await colin.close();
}

async function accountOf({ person: { max } }: NoticeTeam, account: string) {
  await max.command(`show ${account}`);
  return wordsOf(await max.last());
}

it('a month-end statement that came back was not sent: the month says so, and the account, until it is undone or another is sent', async () => {
  const here = await monthEndTeam();
  await customer(here);
  await here.move({ to: MONTH_END });
  expect(await ends(here)).toMatchObject([{ statement: 'sent', why: null }]);

  await here.move({ to: '2026-12-02T09:30:00Z' });
  await cameBack(here, 'acme');
  await here.settle();
  expect(await ends(here)).toMatchObject([{ statement: 'not_sent', why: WHY }]);
  expect(await accountOf(here, 'acme')).toContain(SAID);

  const { id: activityId } = await here.db.prisma.activity.findFirstOrThrow({
    where: { outcome: 'came_back' },
  });
  const undoing = { workspace: await here.workspace(), member: await memberOf(here, 'colin') };
  await undoActivity(here.db, { ...undoing, activityId, now: here.clock.now() });
  await here.settle();
  expect(await ends(here)).toMatchObject([{ statement: 'sent', why: null }]);
  expect(await accountOf(here, 'acme')).not.toContain(SAID);

  await cameBack(here, 'acme');
  const { colin } = here.person;
  await colin.command('contact acme');
  await colin.submit({ name: { value: 'Ravi Shah' }, email: { value: 'ravi@acme.example' } });
  await colin.close();
  expect(await accountOf(here, 'acme')).toContain(SAID);
  await colin.command('statement acme');
  await colin.click(await colin.view(), 'statement_send');
  await here.settle();
  expect((await here.mails()).map(({ to }) => to[0])).toEqual(['jane@acme.example', 'ravi@acme.example']);
  expect(await accountOf(here, 'acme')).not.toContain(SAID);
});

it('the statement of a group that came back was not sent to any of its accounts', async () => {
  const here = await monthEndTeam();
  await here.db.prisma.debtorGroup.create({
    data: { id: 'compass', workspaceId: here.workspaceId, name: 'Compass' },
  });
  await customer(here, { name: 'North', account: 'North' });
  await customer(here, { name: 'South', account: 'South', contacts: [] });
  await here.db.prisma.debtor.updateMany({ data: { groupId: 'compass' } });
  await here.move({ to: MONTH_END });
  await here.move({ to: '2026-12-02T09:30:00Z' });
  await cameBack(here, 'south');
  await here.settle();
  const gone = { statement: 'not_sent', why: WHY };
  expect(await ends(here)).toMatchObject([gone, gone]);
  for (const name of ['north', 'south']) expect(await accountOf(here, name)).toContain(SAID);
});
