import { tz } from '@date-fns/tz';
import { add } from 'date-fns';
import { z } from 'zod';
import { moveClock } from '../clock/moveClock.ts';
import { SlackError } from '../SlackError.ts';
import { clientCall } from './clientCall.ts';

const DURATION =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Moves the clock, by an ISO 8601 duration or to an instant; answers when what fell due has run. */
export const clock = clientCall(
  z.union([
    z.strictObject({ advance: z.string() }),
    z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  ]),
  (slack, body) =>
    slack.clock.inTurn(async () => {
      const target = 'to' in body ? new Date(body.to) : later(slack.clock.now(), body.advance);
      await moveClock(slack, target);
      return { ok: true, now: slack.clock.now().toISOString() };
    }),
);

/** Calendar parts are counted in UTC. @throws SlackError invalid_duration */
function later(now: Date, iso: string): Date {
  const parts = DURATION.exec(iso);
  if (!parts) throw new SlackError('invalid_duration');
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((n) => Number(n ?? 0));
  const moved = add(now, { years, months, weeks, days, hours, minutes, seconds }, { in: tz('UTC') });
  return new Date(moved.getTime());
}
