import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { divider } from '../divider.ts';
import { header } from '../header.ts';
import { home } from '../home.ts';
import type { Markup } from '../Markup.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { HomeLines, HomePrompt, HomeView } from './HomeView.ts';
import { setUpBlocks } from './setUpBlocks.ts';

const SHOWN = { prompts: 15, lines: 10 };

/** The member's day, then the team's, then for managers what is still to be set up; before the start that comes first. */
export function homeTab(view: HomeView): types.HomeView {
  const setUp = view.setUp ? setUpBlocks(view.setUp) : [];
  const day = [
    ...dayBlocks(view),
    divider(),
    section(mrkdwn`*My week:* ${view.week}\n*The team:* ${view.team}`),
  ];
  return home({
    blocks: view.setUp?.started === false ? [...setUp, divider(), ...day] : [...day, ...setUp],
    footer: [context(view.footnote)],
  });
}

function dayBlocks(view: HomeView): Block[] {
  const { dayName, prompts, promises, approvals } = view;
  const nothing = prompts.length + promises.total + approvals.total === 0;
  return [
    header(`My day, ${dayName}`),
    ...(nothing ? [section('Nothing is waiting for you.')] : []),
    ...prompts.slice(0, SHOWN.prompts).flatMap(promptBlocks),
    ...more(prompts.length - SHOWN.prompts, mrkdwn`\`/debt list mine\` shows them all`),
    ...listBlocks(
      'Approvals waiting for me',
      approvals,
      mrkdwn`all wait in the channel where approvals are asked for`,
    ),
    ...listBlocks('Promised for today or before', promises, mrkdwn`\`/debt list promises\` has them all`),
  ];
}

function promptBlocks({ promptId, debtorId, debtorName, title, owed, act }: HomePrompt): Block[] {
  const open = button({
    text: 'Open account',
    actionId: 'open_account',
    value: debtorId,
    label: `Open account: ${debtorName}`,
  });
  const text = mrkdwn`*${title}: ${debtorName}*\n${owed}`;
  if (!act) return [section(text, { accessory: open })];
  const first = button({ ...act, value: promptId, style: 'primary', label: `${act.text}: ${debtorName}` });
  const row = actions([first, open]);
  return row ? [section(text), row] : [section(text)];
}

function listBlocks(title: string, { total, lines }: HomeLines, rest: Markup): Block[] {
  if (total === 0) return [];
  const shown = lines.slice(0, SHOWN.lines);
  return [
    section(mrkdwn`*${title}*`),
    ...shown.map(({ debtorId, debtorName, about }) =>
      section(mrkdwn`*${debtorName}*, ${about}`, {
        accessory: button({
          text: 'Open account',
          actionId: 'open_account',
          value: debtorId,
          label: `Open account: ${debtorName}`,
        }),
      }),
    ),
    ...more(total - shown.length, rest),
  ];
}

function more(hidden: number, rest: Markup): Block[] {
  return hidden > 0 ? [context(mrkdwn`…and ${hidden} more: ${rest}`)] : [];
}
