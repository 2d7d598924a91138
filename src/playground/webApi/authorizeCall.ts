import { SlackError } from '../SlackError.ts';
import type { Caller, Method } from './method.ts';
import type { Tokens } from './Tokens.ts';

const ALLOWED = {
  bot: ['bot', 'workflow'],
  workflow: ['bot', 'workflow'],
  app: ['app'],
  anyone: [],
} as const;

/**
 * Whose call this is. @throws SlackError not_authed, invalid_auth, not_allowed_token_type, missing_scope
 * (with `needed` and `provided`)
 */
export function authorizeCall(method: Method, tokens: Tokens, text: string | undefined): Caller {
  if (method.by === 'anyone') return { token: undefined };
  if (text === undefined || text === '') throw new SlackError('not_authed');
  const token = tokens.find(text);
  if (!token) throw new SlackError('invalid_auth');
  const kinds: readonly string[] = ALLOWED[method.by];
  if (!kinds.includes(token.kind)) throw new SlackError('not_allowed_token_type');
  if (method.scopes.length > 0 && !method.scopes.some((scope) => token.scopes.has(scope))) {
    throw new SlackError('missing_scope', {
      needed: method.scopes.join(','),
      provided: [...token.scopes].join(','),
    });
  }
  return { token: { ...token, text } };
}
