import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { divider } from '../divider.ts';
import { fields } from '../fields.ts';
import { join } from '../join.ts';
import type { Markup, Text } from '../Markup.ts';
import { message, type SlackMessage } from '../message.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { ApprovalView } from './ApprovalView.ts';
import { letterBlocks } from './letterBlocks.ts';

/** The whole case on one screen: who owes what, what was tried, exactly what will be sent to whom, and what it takes. */
export function approvalMessage(view: ApprovalView): SlackMessage {
  const account = view.account === undefined ? '' : mrkdwn` (account ${view.account})`;
  const heading = mrkdwn`*${view.title} for ${view.debtorName}*${account}, ${view.total}`;
  const open = view.state === 'open' || view.state === 'approved';
  return message({
    text: view.standing
      ? mrkdwn`${view.title} for ${view.debtorName}: ${view.standing}`
      : mrkdwn`${view.title} for ${view.debtorName}, ${view.total}: may it be ${view.to ? 'sent' : 'done'}?`,
    blocks: [
      section(heading, { accessory: accountButton(view) }),
      view.standing ? section(mrkdwn`*${view.standing}*`) : undefined,
      view.rewritten && open
        ? section(
            'The facts changed after it was first asked for: these are the new figures. Decisions made before do not count.',
          )
        : undefined,
      ...(open ? caseBlocks(view) : []),
      ...(open ? [divider(), ...letterBlocks(view)] : []),
      context(
        mrkdwn`Asked by ${view.askedBy}, ${view.askedAt}`,
        ...(view.to ? [mrkdwn`To ${view.to}`] : []),
        ...(open ? [mrkdwn`Can be used until ${view.usableUntil}`] : []),
      ),
    ],
    footer: open ? [context(howToDecide(view)), actions(buttons(view), view.seal)] : [],
    more: () => 'The rest of the letter is in the PDF in the thread.',
  });
}

function caseBlocks(view: ApprovalView): Block[] {
  return [
    ...fields([
      ['Balance', join(view.balances)],
      ['Oldest invoice', view.oldest],
      ['Last contacts', join(view.contacts.length > 0 ? view.contacts : ['none on record'])],
      ['Promises', join(view.promises.length > 0 ? view.promises : ['none'])],
    ]),
    ...(view.warnings.length > 0 ? [section(mrkdwn`:warning: ${join(view.warnings, ' ')}`)] : []),
    ...(view.why ? [context(mrkdwn`*Why, on ${view.why.on}:* ${join(view.why.sentences, ' ')}`)] : []),
    section('Before you decide: has the mailbox been read, and is there no reply?'),
  ];
}

function howToDecide(view: ApprovalView): Markup {
  const count = Math.max(view.approvers, view.roles.length);
  const need = count === 1 ? 'One approver' : `${count} approvers`;
  const so: Text[] = view.approvedBy.length > 0 ? [mrkdwn` So far: ${join(view.approvedBy, ', ')}.`] : [];
  const each = view.roles.length > 1 ? `, of ${view.roles.join(' and ')} at least one each` : '';
  const act = view.to ? 'send it' : 'approve it';
  return mrkdwn`${need} needed${each}.${so}${alone(view)}${tooFew(view)} React with ✅ to ${act} or ❌ not to, or use the buttons.`;
}

function alone({ confirmsAlone, approvedBy }: ApprovalView): Text {
  if (confirmsAlone === undefined) return '';
  return approvedBy.length > 0
    ? mrkdwn` ${confirmsAlone} is the only approver: confirm it once more with the button.`
    : mrkdwn` ${confirmsAlone} is the only approver, and confirms it twice.`;
}

function tooFew({ tooFew: left, approvedBy, roles }: ApprovalView): Text {
  if (!left) return '';
  const who =
    left.length > 0
      ? mrkdwn`Only ${join(left, ' and ')} may still approve it, which is not enough`
      : `Nobody${approvedBy.length > 0 ? ' else' : ''} may approve it now`;
  const limits = roles.length > 1 ? '' : ', or changes `/debt settings limits`';
  return mrkdwn` ${who}: a manager names others in \`/debt settings\`${limits}.`;
}

function buttons({ state, approvalId, debtorName, title, total, to }: ApprovalView) {
  const approve = to ? 'Send the notice' : 'Approve it';
  const decline = to ? 'Do not send' : 'Do not approve';
  return [
    state === 'open'
      ? button({
          text: approve,
          actionId: 'approval_approve',
          value: approvalId,
          style: 'primary',
          label: `${approve}: ${debtorName}`,
          confirm: {
            title: to ? `Send the ${title.toLowerCase()}?` : `Approve the ${title.toLowerCase()}?`,
            text: `${debtorName}, ${total}. It ${to ? 'goes out' : 'takes effect'} after a short while in which it can still be stopped.`,
            confirm: to ? 'Send' : 'Approve',
          },
        })
      : undefined,
    button({
      text: decline,
      actionId: 'approval_decline',
      value: approvalId,
      style: 'danger',
      label: `${decline}: ${debtorName}`,
    }),
  ];
}

function accountButton({ debtorId, debtorName }: ApprovalView) {
  return button({
    text: 'Open account',
    actionId: 'open_account',
    value: debtorId,
    label: `Open account: ${debtorName}`,
  });
}
