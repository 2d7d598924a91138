import type { DebtorKind } from './facts.ts';
import { type Policy, readPolicy } from './policy.ts';

const preDue = { key: 'pre_due', kind: 'written', day: -7, oneClick: true };
const due = { key: 'due', kind: 'written', day: 0, oneClick: true };
/** a friendly reminder names everything that is overdue, not only what is due for a reminder itself */
const chase = { key: 'chase', kind: 'written', day: 7, call: 'beside', oneClick: true, listsFrom: 1 };
const commitmentCall = { key: 'commitment_call', kind: 'contact', day: 30 };
const firmNotice = {
  key: 'firm_notice',
  kind: 'written',
  day: 60,
  harsh: true,
  gate: { needs: ['commitment_call'] },
};
const finalNotice = {
  key: 'final_notice',
  kind: 'written',
  day: 75,
  harsh: true,
  call: 'first',
  gate: { needs: ['firm_notice'], businessDays: 5 },
  approvedBy: ['manager'],
  deadlineDays: 10,
};
const demandLetter = {
  key: 'demand_letter',
  kind: 'written',
  day: 88,
  harsh: true,
  gate: { needs: ['final_notice'], deadlinePassed: true },
  approvedBy: ['manager'],
  posted: true,
  deadlineDays: 14,
};
const handOff = {
  key: 'hand_off',
  kind: 'task',
  day: 90,
  harsh: true,
  gate: { needs: ['demand_letter'], deadlinePassed: true },
  asks: 'manager',
  approvedBy: ['manager', 'finance'],
};

/** what keeps an invoice from being paid is found before it is due */
const issued = { key: 'issued', kind: 'task', day: 0, onArrival: true };

/** two reminders that nobody answered: somebody else in the business may know more */
const alternateContact = {
  key: 'alternate_contact',
  kind: 'contact',
  day: 21,
  unanswered: { stage: 'chase', times: 2 },
};

/** supply stops where the contract lets it; in force only once a member has set it in the order system */
const creditHold = {
  key: 'credit_hold',
  kind: 'task',
  day: 60,
  harsh: true,
  gate: { needs: ['firm_notice'] },
  approvedBy: ['manager'],
};

/** a visit in person, calmly: optional, so not in use until a team switches it on */
const directContact = {
  key: 'direct_contact',
  kind: 'contact',
  day: 86,
  gate: { needs: ['final_notice'], deadlinePassed: true },
  enabled: false,
};

/** The default policy for business debtors. */
export const businessPolicy: Policy = readPolicy({
  key: 'business',
  name: 'Business customers',
  appliesTo: { kinds: ['business'] },
  rungs: [
    preDue,
    due,
    { ...chase, repeat: { kind: 'days', days: [14, 21, 28] } },
    commitmentCall,
    {
      ...firmNotice,
      repeat: { kind: 'following', modes: ['call', 'written', 'call', 'written'], thenEveryDays: 7 },
    },
    finalNotice,
    { ...demandLetter, statesInterest: true },
    handOff,
  ],
  tasks: [issued, alternateContact, creditHold, directContact],
});

/**
 * The milder variant for sole traders and private individuals: a reminder every 14 days, no daily notices, no visit without a manager, 30 days after
 * a demand (UK Pre-Action Protocol for Debt Claims, paragraph 4.1).
 */
export const privatePolicy: Policy = readPolicy({
  key: 'private',
  name: 'Sole traders and private customers',
  appliesTo: { kinds: ['sole_trader', 'individual'] },
  rungs: [
    preDue,
    due,
    { ...chase, repeat: { kind: 'days', days: [21] } },
    commitmentCall,
    { ...firmNotice, repeat: { kind: 'following', modes: [], thenEveryDays: 7 } },
    finalNotice,
    { ...demandLetter, deadlineDays: 30 },
    handOff,
  ],
  tasks: [issued, { ...directContact, approvedBy: ['manager'] }],
});

/** The policies a new workspace starts with. */
export const defaultPolicies: readonly Policy[] = [businessPolicy, privatePolicy];

/** The default policy for a kind of debtor. */
export function defaultPolicyFor(kind: DebtorKind): Policy {
  return kind === 'business' ? businessPolicy : privatePolicy;
}
