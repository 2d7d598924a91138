import type { LocalSlack } from '../LocalSlack.ts';

/** An app that answers for itself needs only a breath; of others only silence tells that they are done. */
const QUIET_MS = { withHook: 1, withoutHook: 40 };
const ROUNDS = 8;

/**
 * Waits until the app has done what the last thing a person did has set off: calls in flight have been
 * answered, an app with a clock hook says that it is idle, and it has been quiet for a moment.
 */
export async function settle(slack: LocalSlack): Promise<void> {
  if (!slack.hooks.any) return slack.activity.quiet(QUIET_MS.withoutHook);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { deliveries } = slack.activity;
    await slack.hooks.tell(slack.clock.now(), true);
    const { count } = slack.activity;
    await slack.activity.quiet(QUIET_MS.withHook);
    // what was delivered while it answered may have given it new work
    if (slack.activity.deliveries === deliveries && slack.activity.count === count) return;
  }
}
