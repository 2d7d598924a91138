import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { header } from '../header.ts';
import { join } from '../join.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { SetUpView } from './HomeView.ts';

/** What a workspace still needs, and the buttons to see to it. */
export function setUpBlocks({ started, steps }: SetUpView): Block[] {
  const open = steps.filter(({ done }) => !done);
  const lines = steps.map(({ done, sentence }) =>
    done ? mrkdwn`• Done: ${sentence}` : mrkdwn`• *To do:* ${sentence}`,
  );
  const row = actions([
    button({ text: 'Open settings', actionId: 'open_settings' }),
    started
      ? undefined
      : button({
          text: 'Start Duly',
          actionId: 'start_workspace',
          style: 'primary',
          confirm: {
            title: 'Start Duly?',
            text: 'Every account is looked at, and the team is asked to act by the policy. Reminders go out when somebody sends them, a final notice only after approval.',
            confirm: 'Start',
          },
        }),
  ]);
  return [
    header('Set-up'),
    section(open.length === 0 ? 'Everything is set up.' : join(lines)),
    ...(row ? [row] : []),
  ];
}
