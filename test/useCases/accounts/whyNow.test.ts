import { expect, it } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import { whyView } from '../../../src/useCases/accounts/whyView.ts';
import { aDebtor } from '../../support/aDebtor.ts';
import { dulyInPlayground } from '../../support/dulyInPlayground.ts';
import { wordsOf } from '../../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../notices/noticeTeam.ts';

it('before Duly is started, why says that nothing is asked or sent', async () => {
  const { db, workspaceId, person } = await dulyInPlayground({ started: false });
  await aDebtor(db, workspaceId, { name: 'Acme Rooms', invoices: [{ due: '2026-10-20', amount: 100_00 }] });
  await person.colin.command('why acme');
  expect(wordsOf(await person.colin.last())).toContain('/debt start');
});

it('why tells of an approval that is awaited, and when one that was given takes effect', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.settle();
  const { colin, max } = team.person;
  await click(team, 'colin', 'prompt_ask_approval');
  const why = async () => {
    await colin.command('why acme');
    return wordsOf(await colin.last());
  };
  expect(await why()).toContain('Final notice waits for approval.');
  await max.react(await team.request(), 'white_check_mark');
  await team.settle();
  expect(await why()).toMatch(/Final notice is approved, and takes effect at \d\d:\d\d/);
});

it('what a rule says of a great many invoices is cut and counted, and the rules after it are still told', () => {
  const resting = Array.from({ length: 250 }, (_, n) => ({
    rule: 'hold',
    outcome: 'stop' as const,
    sentence: `Invoice INV-${n} rests: on hold`,
  }));
  const last = { rule: 'spacing', outcome: 'stop' as const, sentence: 'We wrote a short while ago' };
  const day = dayOf('2026-11-23');
  const { reasons } = whyView(
    {
      ...{ debtor: { id: 'd', name: 'Acme', kind: 'business' }, on: day, today: day, taken: [], now: [] },
      policy: { name: 'Businesses', version: 1 },
      decision: { reasons: [...resting, last], tasks: [] } as never,
    },
    'en-GB',
  );
  expect(reasons.length).toBeLessThan(20);
  expect(reasons.map(({ sentence }) => sentence).join('\n')).toContain('242 more');
  expect(reasons.at(-1)).toEqual(last);
});
