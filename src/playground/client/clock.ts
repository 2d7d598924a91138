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
  async (slack, body) => {
    const target = 'to' in body ? new Date(body.to) : later(slack.clock.now(), body.advance);
    await moveClock(slack, target);
    return { ok: true, now: slack.clock.now().toISOString() };
  },
);

/** Calendar parts are counted in UTC. @throws SlackError invalid_duration */
function later(now: Date, iso: string): Date {
  const parts = DURATION.exec(iso);
  if (!parts) throw new SlackError('invalid_duration');
  const [years, months, weeks, days, hours, minutes, seconds] = parts.slice(1).map((n) => Number(n ?? 0));
  const offset = now.getTimezoneOffset() * 60_000;
  const moved = add(new Date(now.getTime() + offset), {
    years: years ?? 0,
    months: months ?? 0,
    weeks: weeks ?? 0,
    days: days ?? 0,
    hours: hours ?? 0,
    minutes: minutes ?? 0,
    seconds: seconds ?? 0,
  });
  return new Date(moved.getTime() - offset);
}
