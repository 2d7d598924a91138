import { randomBytes } from 'node:crypto';
import type { AppManifest } from '../readManifest.ts';
import { SlackError } from '../SlackError.ts';

/** A code waits ten minutes to be redeemed. Source: Slack, "Installing with OAuth". */
const CODE_LIFE_MS = 600_000;

interface Grant {
  user: string;
  redirectUri: string;
  token: string;
  at: number;
}

/** Codes given out by the authorize page; each is redeemed once. */
export class OauthGrants {
  private readonly codes = new Map<string, Grant>();

  issue(user: string, redirectUri: string, now: Date): string {
    const code = randomBytes(16).toString('hex');
    const token = `xoxb-playground-${randomBytes(12).toString('hex')}`;
    this.codes.set(code, { user, redirectUri, token, at: now.getTime() });
    return code;
  }

  /** @throws SlackError invalid_code, bad_redirect_uri */
  redeem(code: string, redirectUri: string | undefined, now: Date): Grant {
    const grant = this.codes.get(code);
    if (!grant || now.getTime() - grant.at > CODE_LIFE_MS) throw new SlackError('invalid_code');
    if (redirectUri !== undefined && redirectUri !== grant.redirectUri) {
      throw new SlackError('bad_redirect_uri');
    }
    this.codes.delete(code);
    return grant;
  }
}

export function botScopesText(manifest: AppManifest): string {
  return [...manifest.botScopes].join(',');
}
