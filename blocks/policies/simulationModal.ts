import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { SimulationView } from './SimulationView.ts';

export const SIMULATION_TITLE = 'Simulation';

/** What would happen, and the one button that makes it so. */
export function simulationModal(view: SimulationView): types.ModalView {
  const { headline, figures, moves, accounts, caveat, pictured, movable } = view;
  return modal({
    callbackId: 'simulation',
    title: SIMULATION_TITLE,
    close: 'Close',
    blocks: [
      section(headline),
      list('What the team would do', figures),
      list('Where accounts would stand', moves),
      list('The accounts that owe most', accounts),
      pictured
        ? context('The tasks of each member, day by day, are in your direct message with me.')
        : undefined,
      context(caveat),
      movable && actions([moveButton(movable)]),
    ],
  });
}

function list(title: string, lines: readonly string[]): Block | undefined {
  if (lines.length === 0) return undefined;
  return section(join([mrkdwn`*${title}*`, ...lines.map((line) => mrkdwn`• ${line}`)]), { expand: true });
}

function moveButton({ cases, versions }: NonNullable<SimulationView['movable']>): types.Button {
  return button({
    text: `Move all running cases (${cases})`,
    actionId: 'policy_move_cases',
    value: versions,
    style: 'danger',
    confirm: {
      title: 'Move all running cases?',
      text: mrkdwn`${cases} running cases go on by the versions that new cases begin with. Steps already taken stay taken. The next prompts follow the other policy.`,
      confirm: 'Move them',
      danger: true,
    },
  });
}
