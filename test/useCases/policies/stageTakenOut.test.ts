import { expect, it } from 'vitest';
import { wordsOf } from '../../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../notices/noticeTeam.ts';

it('the open request of a stage that is taken out of use ends with the move of its case, and a ✅ sends nothing', async () => {
  const team = await noticeTeam();
  const { db } = team;
  const { marta, max } = team.person;
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  await marta.command('policy');
  for (const stage of ['hand_off', 'demand_letter', 'final_notice']) {
    await marta.click(await marta.view(), `policy_stage:${stage}`, { value: `business ${stage}` });
    await marta.submit({ inUse: { selected_options: [] } });
  }
  await marta.click(await marta.view(), 'policy_switch_on', { value: 'business' });
  expect(wordsOf(await marta.view())).toContain('Version 1 is in use');
  await marta.close();
  await marta.command('simulate');
  await marta.click(await marta.view(), 'policy_move_cases');
  await marta.close();
  await team.move({ advance: 'PT5M' });
  expect(await db.prisma.stageStep.findFirst({ where: { stage: 'final_notice' } })).toMatchObject({
    state: 'cancelled',
  });
  expect((await db.prisma.approval.findFirstOrThrow()).state).toBe('cancelled');
  await max.react(request, 'white_check_mark');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect(await team.thread(request)).toContain('withdrawn');
});
