import { debtorKindName } from '../../core/debtorKindName.ts';
import { formatMoney } from '../../core/money.ts';
import type { Policy, Rung, Task } from '../../core/policy.ts';
import { stageName } from '../../core/stageName.ts';

/** For whom a policy is, as the end of a sentence. */
export function forWhom(
  { appliesTo: { kinds, countries, owesAtLeast, tags } }: Policy,
  locale: string,
): string {
  const amounts = Object.entries(owesAtLeast).map(([currency, minor]) =>
    formatMoney(BigInt(minor), currency, locale),
  );
  const parts = [
    kinds.length > 0 ? `kind: ${kinds.map(debtorKindName).join(' or ')}` : undefined,
    countries.length > 0 ? `in ${countries.join(' or ')}` : undefined,
    amounts.length > 0 ? `owing ${amounts.join(' or ')} or more` : undefined,
    tags.length > 0 ? `tagged ${tags.join(' or ')}` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : 'everybody whom no narrower policy is for';
}

/** The rules that hold for every stage, in prose. */
export function policyProse(policy: Policy): string {
  const { spacing, partPaymentPauseDays, replyPauseDays, ownReasonDelayDays } = policy;
  return [
    'Days are days past the due date of the invoice that carries the case, without those on which its clock stood still.',
    `Two messages that we start are ${businessDays(spacing.businessDaysApart)} apart at least, and there are ${spacing.most} in ${spacing.inDays} days at most.`,
    `Sending rests ${businessDays(partPaymentPauseDays)} after a part payment; reminders and notices that nobody approves rest ${businessDays(replyPauseDays)} after a reply; a reason that is ours to mend delays what is harsher by ${businessDays(ownReasonDelayDays)}.`,
  ].join(' ');
}

/** When and how a stage is taken, in one line. */
export function stageLine(stage: Rung | Task): string {
  const repeat = 'repeat' in stage ? stage.repeat : undefined;
  const parts = [
    'onArrival' in stage && stage.onArrival
      ? 'when an invoice arrives, never on a first import'
      : dayWords(stage.day),
    repeat ? repeatWords(repeat) : undefined,
    howWords(stage),
    askedWords(stage.asks),
    stage.approvedBy.length > 0 ? `approved by ${stage.approvedBy.join(' and ')}` : undefined,
    stage.gate ? gateWords(stage.gate) : undefined,
    'unanswered' in stage && stage.unanswered
      ? `if ${stage.unanswered.times} of “${stageName(stage.unanswered.stage)}” had no answer`
      : undefined,
    'deadlineDays' in stage && stage.deadlineDays
      ? `names a deadline of ${stage.deadlineDays} days`
      : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function askedWords(asks: Rung['asks']): string {
  if (asks === 'owner') return 'the owner';
  return asks === 'finance' ? 'finance' : `a ${asks.replace('_', ' ')}`;
}

function repeatWords(repeat: NonNullable<Rung['repeat']>): string {
  if (repeat.kind === 'days') return `again on day ${repeat.days.join(', ')}`;
  const { modes, thenEveryDays } = repeat;
  const weekly = `every ${thenEveryDays} days`;
  if (modes.length === 0) return `again ${weekly}`;
  const one = modes.map((mode) => (mode === 'call' ? 'call' : 'mail')).join(', ');
  return `again on the next ${businessDays(modes.length)} (${one}), then ${weekly}`;
}

function dayWords(day: number): string {
  if (day < 0) return `${-day} days before the due date`;
  return day === 0 ? 'on the due date' : `day ${day}`;
}

function howWords(stage: Rung | Task): string {
  if (stage.kind === 'contact') return stage.key === 'direct_contact' ? 'in person' : 'by telephone';
  if (stage.kind === 'task') return 'a task';
  const call = 'call' in stage ? stage.call : undefined;
  const one = 'oneClick' in stage && stage.oneClick ? ', one click sends' : '';
  return `in writing${call === 'beside' ? ' with a call' : call === 'first' ? ' after a call' : ''}${one}`;
}

function gateWords({ needs, businessDays: gap, deadlinePassed }: NonNullable<Rung['gate']>): string {
  const after = `after ${needs.map(stageName).join(' and ')}`;
  return `${after}${gap > 0 ? ` + ${businessDays(gap)}` : ''}${deadlinePassed ? ', its deadline passed' : ''}`;
}

function businessDays(count: number): string {
  return `${count} business day${count === 1 ? '' : 's'}`;
}
