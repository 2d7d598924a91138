import { expect, test } from 'vitest';
import { DulyError } from '../../src/core/DulyError.ts';
import { type Act, may, requireMay, roles } from '../../src/core/permissions.ts';

const table: Record<Act, readonly string[]> = {
  read: ['collector', 'manager', 'finance', 'account_manager', 'viewer'],
  log_activity: ['collector', 'manager'],
  finish_task: ['collector', 'manager', 'finance'],
  record_stop: ['collector', 'manager', 'finance', 'account_manager'],
  send_reminder: ['collector', 'manager'],
  agree: ['manager'],
  lift_refusal: ['manager'],
  propose_write_off: ['collector', 'manager', 'finance'],
  approve_notice: ['manager'],
  record_payment: ['manager', 'finance'],
  keep_copy: ['collector', 'manager', 'finance'],
  mend_reason: ['collector', 'manager', 'finance'],
  group_accounts: ['manager', 'finance'],
  export_evidence: ['manager', 'finance'],
  import_ledger: ['manager', 'finance'],
  manage: ['manager'],
};

test('each role may do what the trade gives it, and nothing else', () => {
  for (const [act, allowed] of Object.entries(table)) {
    expect(roles.filter((role) => may(role, act as Act)).sort()).toEqual([...allowed].sort());
  }
});

test('a role that is not known may nothing', () => {
  for (const act of Object.keys(table)) expect(may('owner', act as Act)).toBe(false);
});

test('whoever may not is told who can', () => {
  expect(() => requireMay({ id: 'm1', role: 'manager' }, 'manage')).not.toThrow();
  const refused = () => requireMay({ id: 'm1', role: 'viewer' }, 'log_activity');
  expect(refused).toThrow(DulyError);
  expect(refused).toThrow(
    expect.objectContaining({ code: 'not_allowed', userMessage: expect.stringContaining('collectors') }),
  );
});
