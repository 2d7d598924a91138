import type { ViewOutput } from '@slack/bolt';
import type { SettingsForm, SettingsView } from '../../../blocks/settings/SettingsForm.ts';
import { shownForm } from '../../core/shownForm.ts';
import { inOneOrder, type WorkspaceSettings } from '../../useCases/workspaces/WorkspaceSettings.ts';
import { encodeMetadata } from '../metadata.ts';
import { stateOf } from './stateOf.ts';

/** What is set, as the form shows it. */
export function settingsView(settings: WorkspaceSettings, now: Date): SettingsView {
  const metadata = encodeMetadata({ shown: shownForm(inOneOrder(settings), now) });
  return { form: settingsForm(settings), metadata };
}

function settingsForm(settings: WorkspaceSettings): SettingsForm {
  const { channels, roles, region = '', currency = '', closingDays, monthClosesOn, ...rest } = settings;
  return {
    ...rest,
    region,
    currency,
    closingDays: closingDays.join('\n'),
    monthClosesOn: monthClosesOn?.toString() ?? '',
    collections: channels.collections ?? '',
    approvals: channels.approvals ?? '',
    finance: channels.finance ?? '',
    accountManagers: channels.accountManagers ?? '',
    imports: channels.imports ?? '',
    manager: roles.manager,
    collector: roles.collector,
    finance_role: roles.finance,
    account_manager: roles.account_manager,
  };
}

/** The form as it was submitted. */
export function submittedSettings(view: ViewOutput): SettingsForm {
  const { text, time, choice, choices, channel, members } = stateOf(view);
  return {
    collections: channel('collections'),
    approvals: channel('approvals'),
    finance: channel('finance'),
    accountManagers: channel('accountManagers'),
    imports: channel('imports'),
    dailyDigestAt: time('dailyDigestAt'),
    promptsAt: time('promptsAt'),
    weeklyDigestAt: time('weeklyDigestAt'),
    zone: choice('zone'),
    country: text('country'),
    region: text('region'),
    currency: text('currency'),
    defaultDebtorKind: choice('defaultDebtorKind'),
    closingDays: text('closingDays'),
    statements: choices('statements').includes('month_end'),
    monthClosesOn: text('monthClosesOn'),
    manager: members('manager'),
    collector: members('collector'),
    finance_role: members('finance_role'),
    account_manager: members('account_manager'),
  };
}
