import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { errorCodes } from '../../core/errorCodes.ts';
import { DeliveryFailure, type FailureKind } from '../DeliveryFailure.ts';

/** Slack says of these that part of the work may have been done. */
const LOST = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

const PASSING = new Set([
  'accesslimited',
  'fetch_members_failed',
  'message_limit_exceeded',
  'rate_limited',
  'ratelimited',
  'team_added_to_org',
  'token_expired',
  'update_failed',
]);

/** The request never left this machine. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const WORKSPACE = new Set([
  'account_inactive',
  'ekm_access_denied',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_not_found',
  'token_revoked',
  'two_factor_setup_required',
]);

const PLACE = new Set([
  'access_denied',
  'app_access_restricted',
  'cannot_dm_bot',
  'channel_is_limited_access',
  'channel_not_found',
  'enterprise_is_restricted',
  'invalid_channel',
  'is_archived',
  'messages_tab_disabled',
  'missing_scope',
  'no_permission',
  'not_in_channel',
  'posting_to_channel_denied',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
]);

/** Slack's error code, e.g. `channel_not_found`; undefined for anything that is no answer of its Web API. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** Seconds to wait after a 429; undefined for any other error. Slack's rare 429 without a time counts as one second. */
export function retryAfter(error: unknown): number | undefined {
  if (error instanceof WebAPIRateLimitedError) return error.retryAfter;
  const code = slackCode(error);
  return code === 'ratelimited' || code === 'rate_limited' ? 1 : undefined;
}

/**
 * What an error of a Slack call means. After an outage, a lost connection or an answer that is no JSON nobody knows
 * what was done; a code we do not know concerns this item alone.
 * Source: https://docs.slack.dev/reference/methods/chat.postMessage#errors and its neighbours.
 */
export function slackFailure(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  const code = slackCode(error);
  if (code === undefined) {
    const kind = errorCodes(error).some((code) => UNREACHABLE.has(code)) ? 'passing' : 'lost';
    return new DeliveryFailure(kind, error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
  return new DeliveryFailure(kindOf(code, error), withDetails(code, error), { cause: error });
}

function kindOf(code: string, error: unknown): FailureKind {
  if (!/^[a-z0-9_]+$/.test(code) || LOST.has(code)) return 'lost';
  if (PASSING.has(code)) return 'passing';
  if (code === 'invalid_blocks' && /invalid slack file/.test(withDetails(code, error))) return 'passing';
  if (WORKSPACE.has(code)) return 'workspace';
  if (PLACE.has(code) || code.startsWith('slack_connect_')) return 'place';
  return 'item';
}

/** With what Slack says about it, for content errors: `invalid_blocks: must be more than 0 characters [json-pointer:/…]`. */
function withDetails(code: string, error: unknown): string {
  if (!(error instanceof WebAPIPlatformError)) return code;
  const messages = error.data.response_metadata?.messages ?? [];
  const detail = messages.join('; ');
  return detail === '' ? code.slice(0, 200) : `${code}: ${detail}`.slice(0, 500);
}
