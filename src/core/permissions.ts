import { DulyError } from './DulyError.ts';

export type Role = 'collector' | 'manager' | 'finance' | 'account_manager' | 'viewer';

export const roles: readonly Role[] = ['collector', 'manager', 'finance', 'account_manager', 'viewer'];

interface Permission {
  readonly roles: readonly Role[];
  /** who can, to be told to those who cannot */
  readonly refusal: string;
}

const staff: readonly Role[] = ['collector', 'manager'];

const permissions = {
  /** see accounts, worklists and figures */
  read: { roles, refusal: 'Only members of the team can see accounts.' },
  /** log calls, replies and promises; contacts; snooze and hand over what others are asked too */
  log_activity: {
    roles: staff,
    refusal:
      'Only collectors and managers can log what happened. A manager can give you that role in `/debt settings`.',
  },
  /** say that a task of the team's own is done */
  finish_task: {
    roles: ['collector', 'manager', 'finance'],
    refusal: 'Only collectors, finance and managers can say that a task is done.',
  },
  /** stop an account: cease, insolvency, other bank details … */
  record_stop: {
    roles: ['collector', 'manager', 'finance', 'account_manager'],
    refusal: 'Only members of the team who work with accounts can stop one: tell one of them at once.',
  },
  send_reminder: {
    roles: staff,
    refusal:
      'Only collectors and managers can send reminders. A manager can give you that role in `/debt settings`.',
  },
  /** promises that are far ahead, for little, or renewed too often; long plans; long holds; disputes after the final notice */
  agree: { roles: ['manager'], refusal: 'Only managers can agree to this.' },
  /** say that somebody may be contacted again in a way they had refused */
  lift_refusal: {
    roles: ['manager'],
    refusal:
      'What somebody refused is taken back by a manager alone, with what shows that it was recorded wrongly: ask one of yours.',
  },
  /** propose to write something off: the ledger does it, once a manager has agreed */
  propose_write_off: {
    roles: ['collector', 'manager', 'finance'],
    refusal: 'Only collectors, finance and managers can propose a write-off.',
  },
  approve_notice: { roles: ['manager'], refusal: 'Only managers can approve a notice.' },
  /** payments seen at the bank, freshness of payments */
  record_payment: {
    roles: ['finance', 'manager'],
    refusal: 'Only finance and managers can say what was paid.',
  },
  /** keep the copy of an invoice that goes along with reminders */
  keep_copy: {
    roles: ['collector', 'manager', 'finance'],
    refusal: 'Only collectors, finance and managers can keep copies of invoices.',
  },
  /** what became of a reason for the delay that was ours to mend */
  mend_reason: {
    roles: ['collector', 'manager', 'finance'],
    refusal: 'Only collectors, finance and managers can say that it is mended.',
  },
  /** which accounts are under one parent */
  group_accounts: {
    roles: ['manager', 'finance'],
    refusal: 'Only finance and managers can put accounts into a group. Ask one of them.',
  },
  /** take the evidence pack of any account out: its owner may too, see requireMayExport */
  export_evidence: {
    roles: ['manager', 'finance'],
    refusal: 'Only managers, finance and the owner of the account can take its evidence pack out.',
  },
  /** ledger files and bank statements */
  import_ledger: {
    roles: ['finance', 'manager'],
    refusal:
      'Only finance and managers can bring a ledger in. A manager can give you that role in `/debt settings`.',
  },
  /** settings, roles, start, import brake */
  manage: { roles: ['manager'], refusal: 'Only managers can do this. Ask one of yours.' },
} as const satisfies Readonly<Record<string, Permission>>;

export type Act = keyof typeof permissions;

/** Whether members of that role may do it. An unknown role may nothing. */
export function may(role: string, act: Act): boolean {
  const allowed: readonly string[] = permissions[act].roles;
  return allowed.includes(role);
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const plural: Readonly<Record<Role, string>> = {
  collector: 'collectors',
  manager: 'managers',
  finance: 'finance',
  account_manager: 'account managers',
  viewer: 'viewers',
};

/** Who may do it, as part of a sentence: `finance and managers`. */
export function whoMay(act: Act): string {
  return list.format(permissions[act].roles.map((role) => plural[role]));
}

/** Throws DulyError `not_allowed`, with a sentence that names who can, unless the member may do it. */
export function requireMay(member: { readonly id: string; readonly role: string }, act: Act): void {
  if (may(member.role, act)) return;
  throw new DulyError(
    'not_allowed',
    `member ${member.id} (${member.role}) may not ${act}`,
    permissions[act].refusal,
  );
}
