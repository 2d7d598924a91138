import { randomBytes } from 'node:crypto';
import { SlackError } from '../SlackError.ts';

/** A trigger_id lives three seconds of real time. */
const TRIGGER_LIFE_MS = 3000;
/** Spent and stale triggers are remembered this long, to be refused by the right name. */
const MEMORY_MS = 600_000;

export interface Trigger {
  user: string;
  channel?: string | undefined;
}

/** Trigger ids: each opens one view, within three seconds of real time. */
export class Triggers {
  private readonly issued = new Map<string, Trigger & { at: number; spent: boolean }>();

  issue(trigger: Trigger): string {
    const now = Date.now();
    for (const [old, { at }] of this.issued) {
      if (now - at <= MEMORY_MS) break;
      this.issued.delete(old);
    }
    const id = `${now}.${Math.floor(now / 7)}.${randomBytes(16).toString('hex')}`;
    this.issued.set(id, { ...trigger, at: now, spent: false });
    return id;
  }

  /** Uses a trigger up. @throws SlackError invalid_, expired_ or exchanged_trigger_id */
  spend(id: string): Trigger {
    const trigger = this.issued.get(id);
    if (!trigger) throw new SlackError('invalid_trigger_id');
    if (trigger.spent) throw new SlackError('exchanged_trigger_id');
    if (Date.now() - trigger.at > TRIGGER_LIFE_MS) throw new SlackError('expired_trigger_id');
    trigger.spent = true;
    return trigger;
  }
}
