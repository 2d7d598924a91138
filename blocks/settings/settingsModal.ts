import type { types } from '@slack/bolt';
import { actions } from '../actions.ts';
import { button } from '../button.ts';
import { debtorKindChoices } from '../debtorKindChoices.ts';
import { channelSelect } from '../elements/channelSelect.ts';
import { checkboxes } from '../elements/checkboxes.ts';
import { externalSelect } from '../elements/externalSelect.ts';
import { multiMemberSelect } from '../elements/multiMemberSelect.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { timePicker } from '../elements/timePicker.ts';
import { header } from '../header.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import type { SettingsForm, SettingsView } from './SettingsForm.ts';

/** The workspace's settings, as a form. Block and action ids are the fields' names; the zone's typeahead is `zone_search`. */
export function settingsModal({ form, metadata }: SettingsView): types.ModalView {
  return modal({
    callbackId: 'settings',
    title: 'Settings',
    close: 'Cancel',
    metadata,
    blocks: [
      header('Channels'),
      channel('collections', 'Collections: the daily digest', form.collections),
      channel('approvals', 'Approvals: requests to send a notice', form.approvals),
      channel('finance', 'Finance: the weekly digest', form.finance),
      channel(
        'accountManagers',
        'Account managers: credit holds',
        form.accountManagers,
        'Without one they are told by direct message.',
      ),
      channel(
        'imports',
        'Imports: ledger files are dropped here',
        form.imports,
        'The direct message with Duly takes them too.',
      ),
      header('Times'),
      time('dailyDigestAt', 'Daily digest', form),
      time('promptsAt', 'Follow-up prompts', form),
      time('weeklyDigestAt', 'Weekly digest, on Monday', form),
      input({
        blockId: 'zone',
        label: 'Time zone',
        element: externalSelect({
          actionId: 'zone_search',
          placeholder: 'Europe/London',
          minQueryLength: 2,
          initial: form.zone ? { text: form.zone, value: form.zone } : undefined,
        }),
      }),
      header('Place'),
      text(
        'country',
        'Country',
        form.country,
        'Two letters, such as GB or DE: its public holidays are closed days',
      ),
      text(
        'region',
        'Region',
        form.region,
        'Where holidays differ within the country, such as SCT or BY',
        true,
      ),
      text(
        'currency',
        'Usual currency',
        form.currency,
        'Three letters, such as GBP: an amount without a sign means this',
        true,
      ),
      input({
        blockId: 'closingDays',
        label: 'Closed besides',
        hint: 'Days on which nobody works beyond weekends and public holidays: 2026-12-24, or 24 dec to 1 jan',
        optional: true,
        element: textInput({
          actionId: 'closingDays',
          initial: form.closingDays,
          multiline: true,
          maxLength: 3000,
        }),
      }),
      header('Customers'),
      input({
        blockId: 'defaultDebtorKind',
        label: 'Usual kind of new customers',
        hint: 'What a file brings in new is of this kind, unless who imports it says otherwise. Private individuals and sole traders have stricter rules and other texts. Nobody who is on file changes.',
        element: select({
          actionId: 'defaultDebtorKind',
          choices: debtorKindChoices,
          initial: form.defaultDebtorKind,
        }),
      }),
      header('People'),
      members('manager', 'Managers: approve notices, change settings', form.manager),
      members('collector', 'Collectors: call, log, send reminders', form.collector),
      members('finance_role', 'Finance: payments, the weekly digest', form.finance_role),
      members(
        'account_manager',
        'Account managers: own the customer relationship, are told',
        form.account_manager,
      ),
      header('Month end'),
      text(
        'monthClosesOn',
        'Books close on day',
        form.monthClosesOn,
        'A day from 1 to 28; empty: the last day of the month. What is done at month end is done on the last business day up to then.',
        true,
      ),
      input({
        blockId: 'statements',
        label: 'Statements of account',
        optional: true,
        hint: 'By mail at month end, to every customer with open items; not where an account is stopped or in credit.',
        element: checkboxes({
          actionId: 'statements',
          choices: [{ value: 'month_end', text: 'Send them at month end' }],
          initial: form.statements ? ['month_end'] : [],
        }),
      }),
      actions([
        button({ text: 'Letterhead and bank', actionId: 'open_letterhead' }),
        button({ text: 'Limits', actionId: 'open_limits' }),
      ]),
    ],
  });
}

function channel(name: keyof SettingsForm, label: string, initial: string, hint?: string): types.InputBlock {
  const element = channelSelect({ actionId: name, initial });
  return input({ blockId: name, label, optional: true, ...(hint && { hint }), element });
}

function time(name: 'dailyDigestAt' | 'promptsAt' | 'weeklyDigestAt', label: string, form: SettingsForm) {
  return input({
    blockId: name,
    label,
    element: timePicker({ actionId: name, initial: form[name], zone: form.zone }),
  });
}

function text(name: keyof SettingsForm, label: string, initial: string, hint: string, optional = false) {
  return input({
    blockId: name,
    label,
    hint,
    optional,
    element: textInput({ actionId: name, initial, maxLength: 40 }),
  });
}

function members(name: keyof SettingsForm, label: string, initial: readonly string[]): types.InputBlock {
  return input({
    blockId: name,
    label,
    optional: true,
    hint: 'Everybody who is named nowhere can look, and nothing more.',
    element: multiMemberSelect({ actionId: name, initial }),
  });
}
