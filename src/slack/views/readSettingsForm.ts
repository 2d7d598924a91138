import type { SettingsForm } from '../../../blocks/settings/SettingsForm.ts';
import { isoDay } from '../../core/day.ts';
import { debtorKinds } from '../../core/debtorKinds.ts';
import { isCurrency } from '../../core/money.ts';
import { readDays } from '../../core/readDays.ts';
import { readPlace } from '../../core/readPlace.ts';
import { dayIn, isZone } from '../../core/zone.ts';
import type { WorkspaceSettings } from '../../useCases/workspaces/WorkspaceSettings.ts';

type Read = { readonly wanted: WorkspaceSettings } | { readonly errors: Record<string, string> };

const people = ['manager', 'collector', 'finance_role', 'account_manager'] as const;

/** The settings that a form asks for, or what is wrong at which field. */
export function readSettingsForm(form: SettingsForm, now: Date): Read {
  const errors: Record<string, string> = {};
  const place = readPlace(form);
  const currency = form.currency.toUpperCase();
  if (!isZone(form.zone)) errors.zone = 'Choose a time zone, such as Europe/London.';
  if ('errors' in place) Object.assign(errors, place.errors);
  if (currency !== '' && !isCurrency(currency)) {
    errors.currency = 'Write the currency as three letters, such as GBP or EUR.';
  }
  const defaultDebtorKind = debtorKinds.find((kind) => kind === form.defaultDebtorKind);
  if (!defaultDebtorKind) errors.defaultDebtorKind = 'Choose one of them.';
  const closed = readDays(form.closingDays, dayIn(isZone(form.zone) ? form.zone : 'Etc/UTC', now), 'en-GB');
  if ('error' in closed) errors.closingDays = closed.error;
  const monthClosesOn = form.monthClosesOn === '' ? null : Number(form.monthClosesOn);
  if (
    monthClosesOn !== null &&
    !(Number.isInteger(monthClosesOn) && 1 <= monthClosesOn && monthClosesOn <= 28)
  )
    errors.monthClosesOn = 'Write a day from 1 to 28, or leave it empty for the last day of the month.';
  if (form.manager.length === 0)
    errors.manager = 'Name one manager at least: somebody has to be able to change this.';
  const seen = new Set<string>();
  for (const field of people) {
    if (form[field].some((id) => seen.has(id)))
      errors[field] = 'Somebody here is named above already: one role each.';
    for (const id of form[field]) seen.add(id);
  }
  if (Object.keys(errors).length > 0 || 'errors' in place || 'error' in closed || !defaultDebtorKind)
    return { errors };
  const { zone, dailyDigestAt, promptsAt, weeklyDigestAt } = form;
  return {
    wanted: {
      channels: {
        collections: form.collections || undefined,
        approvals: form.approvals || undefined,
        finance: form.finance || undefined,
        accountManagers: form.accountManagers || undefined,
        imports: form.imports || undefined,
      },
      dailyDigestAt,
      promptsAt,
      weeklyDigestAt,
      zone,
      ...place,
      currency: currency || undefined,
      defaultDebtorKind,
      closingDays: closed.days.map(isoDay),
      statements: form.statements,
      monthClosesOn,
      roles: {
        manager: form.manager,
        collector: form.collector,
        finance: form.finance_role,
        account_manager: form.account_manager,
      },
    },
  };
}
