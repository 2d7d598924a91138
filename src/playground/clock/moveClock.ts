import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';

/** When an app names a next instant that is not in the future, the clock goes on by this much. */
const STUCK_STEP_MS = 60_000;
/** Rounds of "anything left?" at one instant before the clock goes on regardless. */
const ROUNDS_PER_INSTANT = 5;

/**
 * Moves the clock forward to `target`, stopping at every instant that an app (or a scheduled message, or a
 * delivery to be repeated) names on the way, and returns when all that fell due has run and been delivered.
 * @throws SlackError `clock_moves_forward_only`
 */
export async function moveClock(slack: LocalSlack, target: Date): Promise<void> {
  if (target < slack.clock.now()) throw new SlackError('clock_moves_forward_only');
  slack.clock.hold();
  try {
    for (;;) {
      const next = await runWhatIsDue(slack);
      const now = slack.clock.now();
      if (now >= target) return;
      const stuck = next !== undefined && next <= now;
      if (stuck)
        slack.log(`clock: the app says ${next.toISOString()} is still to come at ${now.toISOString()}`);
      const stop = stuck ? new Date(now.getTime() + STUCK_STEP_MS) : next;
      const stops = [stop, slack.clock.nextAlarm(), target].filter((t) => t !== undefined);
      const ahead = stops.map((t) => t.getTime()).filter((t) => t > now.getTime());
      slack.clock.jump(new Date(Math.min(...ahead)));
    }
  } finally {
    slack.clock.release();
    slack.changed();
  }
}

async function runWhatIsDue(slack: LocalSlack): Promise<Date | undefined> {
  let next: Date | undefined;
  for (let round = 0; round < ROUNDS_PER_INSTANT; round += 1) {
    const delivered = slack.activity.deliveries;
    next = await slack.hooks.tell(slack.clock.now());
    await slack.activity.idle();
    // What was delivered meanwhile may have given the app new work at this same instant.
    if (slack.activity.deliveries === delivered) break;
  }
  return next;
}
