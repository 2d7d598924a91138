import { DulyError } from '../../core/DulyError.ts';

/** Why nothing was sent, as the error `not_now`; `why` is a clause without its full stop, `what` names the step or account for the log. */
export function notNow(what: string, why: string): DulyError {
  const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}`;
  return new DulyError('not_now', `${what}: ${why}`, `Nothing was sent. ${sentence}.`);
}
