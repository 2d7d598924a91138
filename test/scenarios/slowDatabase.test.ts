import { expect, test } from 'vitest';
import type { RunningDuly } from '../support/runningDuly.ts';
import { runningDuly } from '../support/runningDuly.ts';
import { atTheFinalNotice, lastCallComes } from './finalNotice.ts';
import { type SlowLine, slowLine } from './slowLine.ts';

/** Every packet to the database takes this long: a single question is answered after Slack's patience for a click is half gone. */
const SLOW_MS = 1500;

/** What Slack says of the delivery that `work` sets off while the database is slow; the line is quick again afterwards. */
async function whileSlow(duly: RunningDuly, line: SlowLine, kind: string, work: () => Promise<unknown>) {
  const deliveries = async () =>
    (await duly.traffic()).filter((entry) => entry.direction === 'out' && entry.kind === kind);
  const before = (await deliveries()).length;
  line.delay(SLOW_MS);
  const done = work();
  done.catch(() => {}); // looked at below
  await expect.poll(async () => (await deliveries()).length, { timeout: 5000 }).toBe(before + 1);
  line.delay(0);
  await done;
  return (await deliveries()).at(-1);
}

test('a command, a click and a submission are acknowledged at once while the database takes its time', async () => {
  let line: SlowLine | undefined;
  const duly = await runningDuly({
    books: atTheFinalNotice,
    reachDatabase: async (url) => {
      line = await slowLine(url);
      return line.url;
    },
  });
  if (!line) throw new Error('no line');
  const { colin } = duly.person;
  const lastCall = await lastCallComes(duly);

  const click = await whileSlow(duly, line, 'interactive', () => colin.click(lastCall, 'prompt_no_answer'));
  expect(click?.response).toMatchObject({ ok: true });
  expect(click?.ms).toBeLessThan(1000);

  const command = await whileSlow(duly, line, 'slash_commands', () =>
    colin.command('log acme spoke to Jane, promised 1,200 by friday'),
  );
  expect(command?.response).toMatchObject({ ok: true });
  expect(command?.ms).toBeLessThan(1000);
  expect((await colin.view()).callback_id).toBe('call_log'); // the trigger was used in time

  const submission = await whileSlow(duly, line, 'interactive', () => colin.submit());
  expect(submission?.response).toMatchObject({ ok: true });
  expect(submission?.ms).toBeLessThan(1000);
  expect(await duly.db.prisma.promise.count()).toBe(1);
});

test('a list of accounts that takes too long is empty for now, never a time-out', async () => {
  let line: SlowLine | undefined;
  const duly = await runningDuly({
    books: atTheFinalNotice,
    reachDatabase: async (url) => {
      line = await slowLine(url);
      return line.url;
    },
  });
  const { colin } = duly.person;
  await colin.shortcut('log_call');
  const form = await colin.view();
  if (!line) throw new Error('no line');
  const late = await whileSlow(duly, line, 'interactive', () => colin.options(form, 'debtor_search', 'acme'));
  expect(late?.response).toMatchObject({ ok: true, payload: { options: [] } });
  expect(await colin.options(form, 'debtor_search', 'acme')).toHaveLength(1);
});
