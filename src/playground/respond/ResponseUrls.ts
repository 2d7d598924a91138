import { randomBytes } from 'node:crypto';
import { SlackError } from '../SlackError.ts';

/** Five uses within half an hour of playground time. Source: Slack, "Handling user interaction". */
const USES = 5;
const LIFE_MS = 30 * 60_000;
/** Stale ones are remembered a while, to be refused by the right name. */
const MEMORY_MS = 24 * 60 * 60_000;

export interface Respondee {
  channel: string;
  user: string;
  /** The message the interaction came from, if it came from one. */
  messageTs?: string | undefined;
  ephemeral?: boolean;
}

/** The response_urls given out with commands and interactions. */
export class ResponseUrls {
  private readonly issued = new Map<string, Respondee & { at: number; uses: number }>();

  /** A path below the playground's URL. */
  issue(respondee: Respondee, now: Date): string {
    for (const [old, { at }] of this.issued) {
      if (now.getTime() - at <= MEMORY_MS) break;
      this.issued.delete(old);
    }
    const secret = randomBytes(12).toString('hex');
    this.issued.set(secret, { ...respondee, at: now.getTime(), uses: 0 });
    return `/services/${secret}`;
  }

  /** Counts a use. @throws SlackError no_such_url, expired_url, used_url */
  use(secret: string, now: Date): Respondee {
    const url = this.issued.get(secret);
    if (!url) throw new SlackError('no_such_url');
    if (now.getTime() - url.at > LIFE_MS) throw new SlackError('expired_url');
    if (url.uses >= USES) throw new SlackError('used_url');
    url.uses += 1;
    return url;
  }
}
