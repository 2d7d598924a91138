import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { personOf } from './person.ts';

/** The fields that every interaction carries. */
export function interactionPayload(slack: LocalSlack, type: string, userId: string): JsonObject {
  const { identity } = slack;
  const { id, name } = personOf(slack, userId);
  return {
    type,
    user: { id, username: name, name, team_id: identity.team.id },
    api_app_id: identity.appId,
    token: identity.verificationToken,
    team: { id: identity.team.id, domain: identity.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Slack's sentence when an app did not answer in time. */
export const TROUBLE = 'We had some trouble connecting. Try again?';
