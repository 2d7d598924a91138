import { may, requireMay } from '../../core/permissions.ts';
import { answerAct } from './promptKinds.ts';

/**
 * Throws DulyError `not_allowed` for somebody who may neither put off a prompt of that kind nor hand it over: whoever may answer it does,
 * and whoever logs activities.
 */
export function requireMayMove(member: { readonly id: string; readonly role: string }, kind: string): void {
  if (!may(member.role, answerAct(kind))) requireMay(member, 'log_activity');
}
