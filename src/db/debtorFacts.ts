import { type Day, dayOf } from '../core/day.ts';
import type {
  ActivityFact,
  ContactFact,
  DebtorFacts,
  DebtorKind,
  PartPaymentFact,
  PromiseFact,
} from '../core/facts.ts';
import { judgingDay } from '../core/judgingDay.ts';
import { skipsGap } from '../core/messageKinds.ts';
import { confirmBy } from '../core/promiseDays.ts';
import { dayIn } from '../core/zone.ts';
import type { Queries } from './client.ts';
import { creditedOf } from './creditedOf.ts';
import { debtorFactsSql, type FactsRow, factsRowSchema, oneDebtorsFactsSql } from './debtorFactsSql.ts';
import { debtorFactsThenSql } from './debtorFactsThenSql.ts';
import type { WorkspaceContext } from './workspaceContext.ts';
import { zonesOfDebtor } from './zonesOfDebtor.ts';

/**
 * The facts of these debtors as they stand in this transaction, by debtor id; unknown ids are left out. Activities of
 * the last 100 days and every reply (one ends a repeat for good), what was paid of the invoices due in the last two years, and whatever belongs to invoices that are still open.
 */
export async function loadDebtorFacts(
  tx: Queries,
  workspace: WorkspaceContext,
  debtorIds: readonly string[],
  now: Date,
): Promise<Map<string, DebtorFacts>> {
  const [only] = debtorIds;
  return debtorIds.length === 1 && only !== undefined
    ? load(oneDebtorsFactsSql, tx, workspace, only, now)
    : load(debtorFactsSql, tx, workspace, debtorIds, now);
}

/**
 * The same as it was known at a past instant, before anything was done at it.
 * @param workspace as it was set then (`workspaceThen`)
 */
export async function loadDebtorFactsThen(
  tx: Queries,
  workspace: WorkspaceContext,
  debtorIds: readonly string[],
  at: Date,
): Promise<Map<string, DebtorFacts>> {
  const rows = await tx.sql(factsRowSchema, debtorFactsThenSql, [
    workspace.id,
    debtorIds,
    at,
    workspace.zone,
  ]);
  return byId(rows, workspace);
}

async function load(
  sql: string,
  tx: Queries,
  workspace: WorkspaceContext,
  debtors: string | readonly string[],
  at: Date,
): Promise<Map<string, DebtorFacts>> {
  return byId(await tx.sql(factsRowSchema, sql, [workspace.id, debtors, at]), workspace);
}

function byId(rows: readonly FactsRow[], workspace: WorkspaceContext): Map<string, DebtorFacts> {
  return new Map(rows.map((row) => [row.id, factsOf(row, workspace)]));
}

/** The facts that a row of `debtorFactsSql` tells. */
export function factsOf(row: FactsRow, workspace: WorkspaceContext): DebtorFacts {
  const credited = creditedOf(row.disputes);
  const facts: DebtorFacts = {
    debtor: {
      id: row.id,
      kind: row.kind as DebtorKind,
      country: row.country ?? workspace.country,
      region: row.region ?? (row.country === null ? workspace.region : undefined),
      ...zonesOfDebtor(row, workspace),
      forAnotherCreditor: row.is_client,
      validationNoticeOn: optionalDay(row.validation_notice_on),
      ownerId: row.owner_id ?? undefined,
      deputyId: row.deputy_id ?? undefined,
      tags: row.tags,
    },
    creditor: {
      id: row.creditor_id,
      name: row.creditor_name ?? undefined,
      until: optionalDay(row.fresh_until),
    },
    invoices: row.invoices.map((i) => ({
      id: i.id,
      number: i.number,
      issuedOn: dayOf(i.issued_on),
      dueOn: dayOf(i.due_on),
      currency: i.currency,
      amount: BigInt(i.amount),
      outstanding: BigInt(i.outstanding),
      partPaidOn: optionalDay(i.part_paid_on),
      partPayment:
        i.part_payment && !credited.isCredit(i.id, i.part_payment)
          ? partPaymentOf(i.part_payment, workspace)
          : undefined,
      missingSince: optionalDay(i.missing_since),
    })),
    paid: row.paid.map((i) => ({ dueOn: dayOf(i.due_on), paidOn: dayOf(i.paid_on) })),
    unapplied: row.unapplied.map((u) => ({
      currency: u.currency,
      amount: BigInt(u.amount),
      toPlace: BigInt(u.to_place),
      forOther: BigInt(u.for_other),
    })),
    promises: row.promises.map((p) => ({
      id: p.id,
      currency: p.currency,
      amount: BigInt(p.amount),
      madeOn: dayOf(p.made_on),
      promisedOn: dayOf(p.promised_on),
      lastOn: dayOf(p.last_on),
      judgeOn: dayOf(p.judge_on),
      state: p.state,
      endedOn: optionalDay(p.ended_on),
      awaitsAgreement: p.agreed === false,
      agreedOn: optionalDay(p.agreed_on),
      confirmBy: p.unconfirmed ? confirmBy(dayOf(p.agreed_on ?? p.made_on), workspace.calendar) : undefined,
      planId: p.plan_id ?? undefined,
      inWriting: p.in_writing,
      invoices: p.invoices.map((i) => ({
        invoiceId: i.invoice_id,
        amount: BigInt(i.amount),
        inFull: i.in_full,
      })),
    })),
    disputes: row.disputes.map((d) => ({
      id: d.id,
      invoiceId: d.invoice_id,
      amount: BigInt(d.amount),
      whole: d.whole,
      raisedOn: dayOf(d.raised_on),
      endedOn: optionalDay(d.ended_on),
      outcome: d.outcome ?? undefined,
      endedWithInvoice: d.ended_with_invoice,
      toBeCredited: credited.left.get(d.id),
      conceded: d.conceded === null ? undefined : BigInt(d.conceded),
      managerDecidedOn: optionalDay(d.decided_on),
    })),
    holds: row.holds.map((h) => ({
      id: h.id,
      invoiceId: h.invoice_id ?? undefined,
      kind: h.kind,
      fromOn: dayOf(h.from_on),
      untilOn: dayOf(h.until_on),
      endedOn: optionalDay(h.ended_on),
      reason: h.reason,
      awaitsAgreement: h.agreed === false,
    })),
    writeOffs: row.write_offs.map(({ invoice_id, agreed }) => ({ invoiceId: invoice_id, agreed })),
    conditions: row.conditions.map((c) => ({
      kind: c.kind,
      sinceOn: dayOf(c.since_on),
      endedOn: optionalDay(c.ended_on),
      ...(c.noticed.length > 0 && {
        noticed: c.noticed.map(({ kind, at }) => ({ kind, on: dayIn(workspace.zone, new Date(at)) })),
      }),
    })),
    steps: row.steps.map((s) => ({
      id: s.id,
      caseId: s.case_id,
      stage: s.stage,
      carryingInvoiceId: s.carrying_invoice_id,
      occurrence: s.occurrence,
      stageDay: s.stage_day,
      takenOn: dayOf(s.taken_on),
      state: s.state,
      doneOn: optionalDay(s.done_on),
      deadlineOn: optionalDay(s.deadline_on),
      imported: s.imported || undefined,
      invoiceIds: s.invoice_ids,
    })),
    prompts: row.prompts.map((p) => ({
      id: p.id,
      stepId: p.step_id ?? undefined,
      kind: p.kind,
      open: true,
      openedAt: new Date(p.opened_at),
    })),
    activities: row.activities.map((one) => activityOf(one, workspace)),
    elsewhere: row.elsewhere.map((one) => activityOf(one, workspace)),
    contacts: row.contacts.map(contactOf),
    shared: row.shared.map((one) => ({ ...contactOf(one), of: one.of, ...zonesOfDebtor(one, workspace) })),
    refusals: [
      ...row.refusals.map((r) => ({
        stage: r.stage,
        endedOn: dayIn(workspace.zone, new Date(r.ended_at)),
      })),
      ...row.recalls.map((on) => ({ stage: 'hand_off', endedOn: dayOf(on) })),
    ],
    handedOff: row.handed_off ? { on: dayOf(row.handed_off.on), toName: row.handed_off.to_name } : undefined,
    creditHold: row.credit_hold
      ? {
          id: row.credit_hold.id,
          setOn: dayOf(row.credit_hold.set_on),
          invoiceId: row.credit_hold.invoice_id,
          invoiceNumber: row.credit_hold.number,
          invoiceIds: row.credit_hold.invoice_ids,
        }
      : undefined,
    awaitsApproval: row.awaits_approval,
    ...(row.open_case
      ? {
          openCase: {
            id: row.open_case.id,
            cycle: row.open_case.cycle,
            openedOn: dayOf(row.open_case.opened_on),
            policyId: row.open_case.policy_id ?? undefined,
          },
        }
      : {}),
  };
  if (!facts.promises.some(isOpen)) return facts;
  const promises = facts.promises.map((promise) =>
    isOpen(promise) ? { ...promise, judgedOn: judgingDay(promise, facts, workspace.calendar) } : promise,
  );
  return { ...facts, promises };
}

function isOpen({ state }: PromiseFact): boolean {
  return state === 'open';
}

function activityOf(a: FactsRow['activities'][number], workspace: WorkspaceContext): ActivityFact {
  return {
    id: a.id,
    kind: a.kind,
    direction: a.direction,
    outcome: a.outcome ?? undefined,
    rightParty: a.right_party ?? undefined,
    counted: a.counted,
    skipsGap: !a.step_id && a.notice_kind !== null && skipsGap(a.notice_kind),
    contactId: a.contact_id ?? undefined,
    stepId: a.step_id ?? undefined,
    on: dayIn(workspace.zone, new Date(a.at)),
    at: new Date(a.at),
    requested: a.requested ?? undefined,
    delayReason: a.delay_reason ?? undefined,
    mended: a.mended ?? undefined,
    reason: a.reason ?? undefined,
  };
}

function contactOf(c: FactsRow['contacts'][number]): ContactFact {
  return {
    id: c.id,
    name: c.name,
    role: c.role,
    phone: c.phone ?? undefined,
    mobile: c.mobile ?? undefined,
    email: c.email ?? undefined,
    isMailbox: c.is_mailbox,
    doNotContact: c.do_not_contact,
    refusedChannels: c.refused_channels,
    deadChannels: c.dead_channels,
    hasLeft: c.has_left,
  };
}

function partPaymentOf(
  { on, amount, known_at }: NonNullable<FactsRow['invoices'][number]['part_payment']>,
  { zone }: WorkspaceContext,
): PartPaymentFact {
  const knownAt = new Date(known_at);
  return { on: dayOf(on), amount: BigInt(amount), knownOn: dayIn(zone, knownAt), knownAt };
}

function optionalDay(iso: string | null): Day | undefined {
  return iso === null ? undefined : dayOf(iso);
}
