import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterVoid, approvalChanges } from '../../src/core/approvalChanges.ts';
import { mayAskAgainOn, usableUntil } from '../../src/core/approvalDays.ts';
import { approvalHash, type ShownNotice } from '../../src/core/approvalHash.ts';
import { approvalNeeds, type WhoDecides } from '../../src/core/approvalNeeds.ts';
import { type ApprovalRules, approvalStanding, type Decision } from '../../src/core/approvalStanding.ts';
import { approversNeeded } from '../../src/core/approversNeeded.ts';
import { businessCalendar } from '../../src/core/calendar.ts';
import { addDays, dayOf, isoDay } from '../../src/core/day.ts';
import { mayDecide } from '../../src/core/mayDecide.ts';
import { readSettings } from '../../src/core/settings.ts';

const monday = dayOf('2026-11-23');
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const settings = readSettings({});

const managers = (...ids: string[]) => ids.map((id) => ({ id, role: 'manager' }));
const rules: ApprovalRules = {
  hash: 'h',
  askedById: 'carl',
  approvers: 1,
  roles: ['manager'],
  members: managers('mia', 'max', 'mo'),
  singleApprover: 'second',
  graceMinutes: 10,
  usableUntil: addDays(monday, 4),
};
const tick = (memberId: string, minute: number, more: Partial<Decision> = {}): Decision => ({
  memberId,
  decision: 'approve',
  hash: 'h',
  at: at(minute),
  ...more,
});
const cross = (memberId: string, minute: number): Decision => ({
  ...tick(memberId, minute),
  decision: 'decline',
});
const standing = (decisions: Decision[], minute = 30, more: Partial<ApprovalRules> = {}, today = monday) =>
  approvalStanding(decisions, { ...rules, ...more }, { at: at(minute), today });

describe('who may decide', () => {
  const question = {
    member: { id: 'mia', workspaceId: 'w', role: 'manager' },
    workspaceId: 'w',
    who: { ...rules, members: managers('mia', 'max') },
  };
  const asIf = (who: Partial<typeof rules>) => mayDecide({ ...question, who: { ...question.who, ...who } });
  const alone = managers('mia');

  it('a manager, on what a colleague asked for', () => {
    expect(mayDecide(question)).toEqual({ may: true, selfApproved: false });
  });

  it.each(['collector', 'viewer', 'finance', 'account_manager'])('no %s', (role) => {
    expect(mayDecide({ ...question, member: { ...question.member, role } })).toMatchObject({ may: false });
  });

  it('nobody of another workspace', () => {
    expect(mayDecide({ ...question, member: { ...question.member, workspaceId: 'x' } })).toMatchObject({
      may: false,
    });
  });

  it('never the asker, unless alone in a workspace that confirms twice', () => {
    const own = { askedById: 'mia' };
    expect(asIf(own)).toMatchObject({ may: false });
    expect(asIf({ ...own, singleApprover: 'confirm_twice' })).toMatchObject({ may: false });
    expect(asIf({ ...own, members: alone })).toMatchObject({
      may: false,
      reason: expect.stringContaining('/debt settings limits'),
    });
    expect(asIf({ ...own, members: alone, singleApprover: 'confirm_twice' })).toEqual({
      may: true,
      selfApproved: true,
    });
  });

  it('a single approver also confirms twice what two would have to approve', () => {
    expect(asIf({ approvers: 2 })).toEqual({ may: true, selfApproved: false });
    expect(asIf({ approvers: 2, members: alone, singleApprover: 'confirm_twice' })).toEqual({
      may: true,
      selfApproved: true,
    });
    expect(asIf({ approvers: 2, members: alone })).toEqual({ may: true, selfApproved: false });
  });

  it('nobody alone what needs a manager and finance', () => {
    expect(
      asIf({
        ...{ askedById: 'mia', members: alone, singleApprover: 'confirm_twice' },
        roles: ['manager', 'finance'],
      }),
    ).toMatchObject({ may: false });
  });
});

describe('how many have to approve', () => {
  const needed = (...amounts: [string, bigint][]) =>
    approversNeeded(
      amounts.map(([currency, amount]) => ({ currency, amount })),
      settings,
    );

  it('two over the limit of one currency, never of several added up', () => {
    expect(needed(['EUR', 1_000_000n])).toBe(1);
    expect(needed(['EUR', 1_000_001n])).toBe(2);
    expect(needed(['EUR', 600_000n], ['USD', 600_000n])).toBe(1);
    expect(needed(['EUR', 600_000n], ['EUR', 600_000n])).toBe(2);
    expect(needed(['EUR', 1_200_000n], ['EUR', -300_000n])).toBe(1);
  });

  it('two for a currency without a limit', () => expect(needed(['JPY', 1n])).toBe(2));
});

describe('how a request stands', () => {
  it('is open until somebody decides', () => expect(standing([])).toEqual({ state: 'open', approvedBy: [] }));

  it('is approved by a tick, and may be sent when the grace window has passed', () => {
    expect(standing([tick('mia', 0)], 9)).toEqual({
      state: 'approved',
      approvedBy: ['mia'],
      since: at(0),
      graceUntil: at(10),
      mayBeSent: false,
    });
    expect(standing([tick('mia', 0)], 10)).toMatchObject({ mayBeSent: true });
  });

  it('needs two different members where two are needed', () => {
    expect(standing([tick('mia', 0), tick('mia', 1)], 30, { approvers: 2 })).toEqual({
      state: 'open',
      approvedBy: ['mia'],
    });
    expect(standing([tick('mia', 0), tick('max', 4)], 30, { approvers: 2 })).toMatchObject({
      state: 'approved',
      since: at(4),
    });
  });

  it('needs each role of a hand-off', () => {
    const handOff: Partial<ApprovalRules> = {
      roles: ['manager', 'finance'],
      members: [...rules.members, { id: 'fay', role: 'finance' }],
    };
    expect(standing([tick('mia', 0), tick('max', 1)], 30, handOff)).toMatchObject({ state: 'open' });
    expect(standing([tick('mia', 0), tick('fay', 1)], 30, handOff)).toMatchObject({ state: 'approved' });
  });

  it('takes a single approver at the second word', () => {
    const alone: Partial<ApprovalRules> = {
      ...{ askedById: 'mia', members: managers('mia'), singleApprover: 'confirm_twice' },
    };
    expect(standing([tick('mia', 0)], 30, alone)).toMatchObject({ state: 'open' });
    expect(standing([tick('mia', 0), tick('mia', 2)], 30, alone)).toMatchObject({
      state: 'approved',
      since: at(2),
    });
  });

  it('counts nobody who may not approve any more, and the asker only while alone', () => {
    const two = [tick('mia', 0), tick('max', 1)];
    expect(standing(two, 30, { approvers: 2, members: managers('max', 'mo') })).toEqual({
      state: 'open',
      approvedBy: ['max'],
    });
    const twice = [tick('mia', 0), tick('mia', 2)];
    const own: Partial<ApprovalRules> = { askedById: 'mia', members: managers('mia') };
    expect(standing(twice, 30, own)).toEqual({ state: 'open', approvedBy: [] });
    expect(
      standing(twice, 30, { ...own, singleApprover: 'confirm_twice', members: managers('mia', 'max') }),
    ).toEqual({ state: 'open', approvedBy: [] });
  });

  it('takes what one confirmed alone for the approval of one when a second joins', () => {
    expect(
      standing([tick('mia', 0), tick('max', 3)], 30, { approvers: 2, singleApprover: 'confirm_twice' }),
    ).toMatchObject({ state: 'approved', approvedBy: ['mia', 'max'], since: at(3) });
  });

  it('a tick taken back before enough have approved leaves it open', () => {
    const back = tick('mia', 0, { takenBackAt: at(1) });
    expect(standing([back], 30, { approvers: 2 })).toEqual({ state: 'open', approvedBy: [] });
    expect(standing([back, tick('max', 2), tick('mia', 3)], 30, { approvers: 2 })).toMatchObject({
      state: 'approved',
      since: at(3),
    });
  });

  it('a tick taken back after approval cancels it for good', () => {
    expect(standing([tick('mia', 0, { takenBackAt: at(5) }), tick('mia', 6)])).toEqual({
      state: 'cancelled',
      by: 'mia',
      at: at(5),
    });
    expect(standing([tick('mia', 0), tick('max', 1, { takenBackAt: at(2) })])).toMatchObject({
      state: 'cancelled',
      by: 'max',
    });
  });

  it('a cross declines it, and after approval cancels it', () => {
    expect(standing([cross('max', 0), tick('mia', 1)])).toEqual({ state: 'declined', by: 'max', at: at(0) });
    expect(standing([tick('mia', 0), cross('max', 7)])).toEqual({ state: 'cancelled', by: 'max', at: at(7) });
  });

  it('nothing after sending changes anything', () => {
    const sent = { sentAt: at(10) };
    expect(standing([tick('mia', 0, { takenBackAt: at(12) }), cross('max', 11)], 30, sent)).toMatchObject({
      state: 'approved',
    });
    expect(standing([tick('mia', 0)], 30, sent, addDays(monday, 90))).toMatchObject({ state: 'approved' });
  });

  it('decisions on another text do not count', () => {
    expect(
      standing([tick('mia', 0, { hash: 'older' }), { ...cross('max', 1), hash: 'older' }]),
    ).toMatchObject({ state: 'open' });
  });

  it('expires after its last usable day, approved or not', () => {
    expect(standing([tick('mia', 0)], 30, {}, addDays(monday, 4))).toMatchObject({ state: 'approved' });
    expect(standing([tick('mia', 0)], 30, {}, addDays(monday, 5))).toEqual({ state: 'expired' });
    expect(standing([], 30, {}, addDays(monday, 5))).toEqual({ state: 'expired' });
  });

  it('is never approved while any cross stands on it, and the order of the records is no matter', () => {
    const decision = fc.record({
      memberId: fc.constantFrom('mia', 'max', 'mo'),
      decision: fc.constantFrom('approve' as const, 'decline' as const),
      minute: fc.integer({ min: 0, max: 20 }),
      back: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    });
    const several = fc.uniqueArray(decision, { selector: (d) => d.minute, maxLength: 6 });
    fc.assert(
      fc.property(several, fc.integer({ min: 1, max: 2 }), (rows, approvers) => {
        const decisions = rows.map((row) =>
          tick(row.memberId, row.minute, {
            decision: row.decision,
            takenBackAt:
              row.back === undefined ? undefined : new Date(at(row.minute + row.back).getTime() + 1),
          }),
        );
        const result = standing(decisions, 59, { approvers });
        expect(standing([...decisions].reverse(), 59, { approvers })).toEqual(result);
        if (result.state !== 'approved') return;
        expect(decisions.some((d) => d.decision === 'decline')).toBe(false);
        expect(new Set(result.approvedBy).size).toBeGreaterThanOrEqual(approvers);
      }),
    );
  });
});

describe('what a request still needs', () => {
  const people = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('mia', 'max', 'mo', 'fay'),
      role: fc.constantFrom('manager', 'finance'),
    }),
    { selector: ({ id }) => id },
  );
  const anybody: fc.Arbitrary<WhoDecides> = fc
    .record({
      askedById: fc.constantFrom('mia', 'max', 'carl'),
      approvers: fc.integer({ min: 1, max: 2 }),
      roles: fc.constantFrom<WhoDecides['roles']>(['manager'], ['manager', 'finance']),
      members: people,
      singleApprover: fc.constantFrom('second' as const, 'confirm_twice' as const),
    })
    .map((who) => ({
      ...who,
      members: who.members.filter(({ role }) => who.roles.some((needed) => needed === role)),
    }));
  const given = fc.array(fc.constantFrom('mia', 'max', 'mo', 'fay', 'vera'), { maxLength: 5 });

  it('counts members who may approve now, and never the asker beside somebody else', () => {
    fc.assert(
      fc.property(given, anybody, (by, who) => {
        const { isMet, approvedBy, confirmsAlone } = approvalNeeds(by, who);
        for (const id of approvedBy) {
          expect(by).toContain(id);
          expect(who.members.map((member) => member.id)).toContain(id);
        }
        if (who.members.length > 1 || who.singleApprover === 'second') {
          expect(confirmsAlone).toBeUndefined();
          expect(approvedBy).not.toContain(who.askedById);
        }
        if (isMet && confirmsAlone === undefined) {
          expect(approvedBy.length).toBeGreaterThanOrEqual(who.approvers);
        }
      }),
    );
  });

  it('is never stuck: whoever is named may decide, and when all of them do it is approved, unless it says that they are too few', () => {
    fc.assert(
      fc.property(given, anybody, (by, who) => {
        const needs = approvalNeeds(by, who);
        for (const id of needs.open) {
          const role = who.members.find((member) => member.id === id)?.role ?? '';
          const member = { id, role, workspaceId: 'w' };
          const may = mayDecide({ member, workspaceId: 'w', who });
          expect(may).toEqual({ may: true, selfApproved: needs.confirmsAlone === id });
        }
        const twice = needs.confirmsAlone === undefined ? [] : needs.open;
        const after = approvalNeeds([...by, ...needs.open, ...twice], who);
        expect(after.isMet).toBe(needs.canBeMet);
        if (needs.isMet) expect(needs).toMatchObject({ canBeMet: true, open: [] });
      }),
    );
  });
});

describe('what a decision is bound to', () => {
  const shown: ShownNotice = {
    invoices: [
      { id: 'a', number: 'INV-1', currency: 'EUR', outstanding: 12_000n },
      { id: 'b', number: 'INV-2', currency: 'EUR', outstanding: 8_000n },
    ],
    recipients: [{ name: 'Jane', email: 'jane@acme.example' }],
    subject: 'Final notice',
    text: 'As at 23 November …',
  };
  const [first, second] = shown.invoices;
  const other = (changes: Partial<ShownNotice>): ShownNotice => ({ ...shown, ...changes });

  it('changes with every figure, recipient and word, and with nothing else', () => {
    const same = other({
      invoices: [...shown.invoices].reverse(),
      recipients: [{ name: 'Jane', email: 'Jane@Acme.example ' }],
    });
    expect(approvalHash(same)).toBe(approvalHash(shown));
    expect(approvalChanges(shown, same, 'en-GB')).toEqual([]);
    const different = [
      other({ invoices: first ? [first] : [] }),
      other({ invoices: [...(first && second ? [first, { ...second, outstanding: 7_999n }] : [])] }),
      other({
        invoices: [...shown.invoices, { id: 'c', number: 'INV-3', currency: 'EUR', outstanding: 1n }],
      }),
      other({ recipients: [{ name: 'John', email: 'john@acme.example' }] }),
      other({ subject: 'Reminder' }),
      other({ text: 'As at 24 November …' }),
    ];
    for (const changed of different) {
      expect(approvalHash(changed)).not.toBe(approvalHash(shown));
      expect(approvalChanges(shown, changed, 'en-GB')).toHaveLength(1);
    }
    expect(new Set(different.map(approvalHash)).size).toBe(different.length);
  });

  it('changes with what may be collected, where the text does not say it', () => {
    const asked = (amount: bigint) => other({ asked: [{ currency: 'EUR', amount }] });
    expect(approvalHash(asked(20_000n))).toBe(approvalHash(asked(20_000n)));
    expect(approvalHash(asked(15_000n))).not.toBe(approvalHash(asked(20_000n)));
    expect(approvalChanges(asked(20_000n), asked(15_000n), 'en-GB')).toEqual([
      'Of it €150.00 may be collected instead of €200.00.',
    ]);
  });

  it('a void request is rewritten once, then it goes back to the owner', () => {
    expect(afterVoid({ rewritten: false })).toBe('rewrite');
    expect(afterVoid({ rewritten: true })).toBe('back_to_owner');
  });

  it('can be used for four business days, and asked for again after five', () => {
    const england = businessCalendar({ country: 'GB' });
    expect(isoDay(usableUntil(dayOf('2026-12-23'), england, settings))).toBe('2026-12-31');
    expect(isoDay(mayAskAgainOn(monday, england, settings))).toBe('2026-11-30');
  });
});
