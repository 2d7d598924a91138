import { DulyError } from '../../core/DulyError.ts';

/**
 * Why nothing was sent, as the error `not_now`, or `house_limit` where a reason on record may override it; `why` is a clause without its full
 * stop, `what` names the step or account for the log.
 */
export function notNow(what: string, why: string, { mayOverride = false } = {}): DulyError {
  const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}`;
  return new DulyError(
    mayOverride ? 'house_limit' : 'not_now',
    `${what}: ${why}`,
    `Nothing was sent. ${sentence}.`,
  );
}
