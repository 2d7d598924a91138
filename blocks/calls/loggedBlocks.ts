import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { dateInstant } from '../dateInstant.ts';
import { join } from '../join.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { LoggedView } from './LoggedView.ts';

/** What was recorded, what happens next and when, and Undo while there is time. */
export function loggedBlocks({ debtorId, debtorName, said, next, confirms, undo }: LoggedView): Block[] {
  const account = button({
    text: 'Open account',
    actionId: 'open_account',
    value: debtorId,
    label: `Open account: ${debtorName}`,
  });
  const takeBack = undo && button({ text: 'Undo', actionId: 'undo_activity', value: undo.activityId });
  const confirm =
    confirms &&
    button({
      text: 'Confirm it by email',
      actionId: 'promise_confirm',
      value: confirms,
      label: `Confirm it by email: ${debtorName}`,
      style: 'primary',
    });
  return [
    section(join([mrkdwn`*${debtorName}*`, ...said])),
    next.length > 0 ? section(join([mrkdwn`*What happens next*`, ...next])) : undefined,
    actions([confirm || undefined, takeBack, account]),
    undo ? context(mrkdwn`You can undo this until ${dateInstant(undo.until, '{time}')}.`) : undefined,
  ].filter((block) => block !== undefined);
}
