import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { join } from '../join.ts';
import type { Text } from '../Markup.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { PromptView } from './PromptView.ts';
import { promptButton } from './promptButton.ts';

const endings = { done: 'Done', overtaken: 'Nothing to do', cancelled: 'Taken back', passed_on: 'Passed on' };

/**
 * Why now, whom to contact and how, what to say, and the buttons; once it is closed, only how it ended, and the report of a visit that may
 * have been made before that.
 */
export function promptMessage(view: PromptView): SlackMessage {
  const heading = mrkdwn`*${view.title}: ${view.debtorName}*\n${view.owed}`;
  const account = button({
    text: 'Open account',
    actionId: 'open_account',
    value: view.debtorId,
    label: `Open account: ${view.debtorName}`,
  });
  if (view.state !== 'open') {
    const ending = mrkdwn`*${endings[view.state]}.* ${view.outcome ?? ''}`;
    return message({
      text: mrkdwn`${view.title}: ${view.debtorName}. ${endings[view.state]}. ${view.outcome ?? ''}`,
      blocks: [section(heading, { accessory: account }), context(ending)],
      footer: mayBeReported(view) ? [actions([promptButton('report_visit', view)])] : [],
    });
  }
  const details: Text[] = [];
  if (view.contact) details.push(mrkdwn`*Contact:* ${view.contact}`);
  if (view.allowance) details.push(mrkdwn`*Calls:* ${view.allowance}`);
  if (view.needs) details.push(mrkdwn`*It is done with:* ${view.needs}`);
  if (view.guidance) details.push(mrkdwn`*What to say:* ${view.guidance}`);
  if (view.text)
    details.push(
      mrkdwn`*Text message:* ${view.text.to}`,
      mrkdwn`*What to write in it:* ${view.text.guidance}`,
    );
  return message({
    text: mrkdwn`${view.title}: ${view.debtorName}, ${view.owed}`,
    blocks: [
      view.escalated ? context(mrkdwn`${view.escalated}`) : undefined,
      view.putOff ? context(mrkdwn`*Put off* until ${view.putOff}`) : undefined,
      section(heading, { accessory: account }),
      details.length > 0 ? section(join(details)) : undefined,
      context(join(view.why, ' '), ...(view.answerBy ? [mrkdwn`Answer by ${view.answerBy}`] : [])),
    ],
    footer: [actions(view.buttons.map((name) => promptButton(name, view)))],
  });
}

function mayBeReported({ state, buttons }: PromptView): boolean {
  return (state === 'overtaken' || state === 'cancelled') && buttons.includes('report_visit');
}
