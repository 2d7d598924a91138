import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import type { Block } from '../Block.ts';
import { button } from '../button.ts';
import { context } from '../context.ts';
import { divider } from '../divider.ts';
import { select } from '../elements/select.ts';
import { header } from '../header.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';
import type { PolicyView } from './PolicyView.ts';

export const POLICY_TITLE = 'Collections policy';

/** The policy as a page that managers change stage by stage. */
export function policyModal(view: PolicyView): types.ModalView {
  const { policies, key, name, standing, forWhom, prose, stages, draft, mayChange, note } = view;
  return modal({
    callbackId: 'policy',
    title: POLICY_TITLE,
    close: 'Close',
    metadata: view.mark,
    blocks: [
      note ? section(mrkdwn`*${note}*`) : undefined,
      policies.length > 1 ? which(policies, key) : undefined,
      header(name),
      section(mrkdwn`${standing}\n*For:* ${forWhom}`),
      draft
        ? section(mrkdwn`*This is a draft*, last changed by ${draft.changedBy}: nothing follows from it yet.`)
        : undefined,
      draft && draft.problems.length > 0
        ? section(
            join([
              mrkdwn`*Before it can be switched on:*`,
              ...draft.problems.map((said) => mrkdwn`• ${said}`),
            ]),
          )
        : undefined,
      mayChange ? actions(buttons(view)) : undefined,
      section(prose),
      divider(),
      ...stages.map((stage) => stageRow(stage, key, mayChange)),
      context(
        'A change begins a draft. Switched on, it holds for new cases; running ones are moved after a simulation.',
      ),
    ],
  });
}

function which(policies: PolicyView['policies'], initial: string): Block | undefined {
  const choices = policies.map(({ key, name }) => ({ value: key, text: name }));
  return actions([select({ actionId: 'policy_show', choices, initial })]);
}

function buttons({ key, draft }: PolicyView): types.Button[] {
  const always = [
    button({ text: 'For whom', actionId: 'policy_about', value: key }),
    button({ text: 'Spacing and rests', actionId: 'policy_spacing', value: key }),
    button({ text: 'Another policy from this one', actionId: 'policy_new', value: key }),
    button({ text: 'As text', actionId: 'policy_text', value: key }),
    button({ text: 'Simulate', actionId: 'policy_simulate' }),
  ];
  if (!draft) return always;
  return [
    button({
      text: 'Switch on for new cases',
      actionId: 'policy_switch_on',
      value: key,
      style: 'primary',
      confirm: {
        title: 'Switch it on?',
        text: 'New cases begin with it. Running cases go on by the version they have until you move them.',
        confirm: 'Switch it on',
      },
    }),
    button({
      text: 'Discard the draft',
      actionId: 'policy_discard',
      value: key,
      confirm: {
        title: 'Discard the draft?',
        text: 'Its changes are lost; what is in use stays.',
        confirm: 'Discard',
      },
    }),
    ...always,
  ];
}

function stageRow(
  { key: stage, name, line, inUse, beside }: PolicyView['stages'][number],
  key: string,
  mayChange: boolean,
): Block {
  const title = `${name}${beside ? ' (beside the ladder)' : ''}${inUse ? '' : ' (not in use)'}`;
  const accessory = button({
    text: 'Change',
    actionId: `policy_stage:${stage}`,
    value: `${key} ${stage}`,
    label: `Change ${name}`,
  });
  return section(mrkdwn`*${title}*\n${line}`, mayChange ? { accessory } : {});
}
