import { barriers } from '../../core/barriers.ts';
import { collectable, type OpenItem } from '../../core/collectable.ts';
import { copiesAlong } from '../../core/copiesAlong.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import { debtClaimsProtocol, fallsUnderDebtClaims } from '../../core/debtClaimsProtocol.ts';
import type { DecisionInput } from '../../core/decision.ts';
import type { StepFact } from '../../core/facts.ts';
import { missingRateWords } from '../../core/interestWords.ts';
import { sendableItems } from '../../core/maySend.ts';
import { noticeStage } from '../../core/noticeStage.ts';
import { isPosted, type Policy, preDueWindow, rungIndex } from '../../core/policy.ts';
import type { Recipient } from '../../core/recipientOf.ts';
import { saysLateCharges } from '../../core/saysLateCharges.ts';
import type { Settings } from '../../core/settings.ts';
import { stageName } from '../../core/stageName.ts';
import { whatFollows } from '../../core/whatFollows.ts';
import type { Queries } from '../../db/client.ts';
import { interestTerms } from '../../db/creditorInterest.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { NoticeData, NoticeInterest, NoticeKind } from '../../notices/NoticeData.ts';
import { claimedInterest } from '../interest/claimedInterest.ts';
import { assembleNotice } from './assembleNotice.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { creditsSetOff } from './creditsSetOff.ts';
import type { Situation } from './loadSituation.ts';
import { mustHaveRecipient } from './mustHaveRecipient.ts';
import { noticeFrame } from './noticeFrame.ts';
import { type NoticeParties, noticeParties } from './noticeParties.ts';
import { printedInvoice } from './printedItems.ts';
import type { ChooseSigner } from './signerFor.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Before and on the due date the customer gets the invoice once more; what comes later speaks of what they have long had. */
const WITH_COPIES: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['pre_due', 'due']);

export interface NoticeOrder {
  readonly workspace: WorkspaceContext;
  readonly input: Situation;
  readonly step: StepFact;
  readonly chooseSigner: ChooseSigner;
  /** the day whose figures are printed; what is collectable is always judged on `input.today` */
  readonly asAt: Day;
  readonly deadlineOn?: Day | undefined;
}

/**
 * Writes the notice of a written step: the invoices it lists that are still collectable, in full, with the credits that are
 * set against them. A team's own stage is written in borrowed words. Our own bank details come from the creditor's settings alone.
 * Throws DulyError `no_recipient`, `nothing_to_send`, `no_template`, and what `renderNotice` throws.
 */
export async function buildNotice(tx: Queries, order: NoticeOrder): Promise<BuiltNotice> {
  const { input, step, workspace } = order;
  const { facts, policy, settings, today } = input;
  const book = collectable(facts, { today, window: preDueWindow(policy), settings });
  const items = sendableItems(step, book);
  if (items.length === 0) {
    throw new DulyError(
      'nothing_to_send',
      `step ${step.id}`,
      'Nothing of it is left to collect: nothing is sent.',
    );
  }
  const parties = noticeParties(input, order.chooseSigner);
  const recipient = mustHaveRecipient(facts, parties);
  const interest = interestTerms(parties.ownInterest, workspace);
  const { stated, withheld } = await interestStated(tx, order, items, interest);
  return assembleNotice({
    input,
    stage: step.stage,
    data: {
      ...dataOf(order, items, recipient, parties),
      interest: stated,
      lateCharges: saysLateCharges(facts.debtor.kind, interest),
    },
    recipient,
    sender: parties.sender,
    signerId: parties.signerId,
    listed: items.map(({ invoice }) => invoice),
    interestWithheld: withheld,
  });
}

/** Interest on the invoices listed, where the policy has this letter state it, and why some bear none. */
async function interestStated(
  tx: Queries,
  { workspace, input, step, asAt }: NoticeOrder,
  items: readonly OpenItem[],
  interest: Settings['interest'],
): Promise<{ stated: NoticeInterest[]; withheld: string[] }> {
  const { facts, policy, today } = input;
  if (!policy.rungs[rungIndex(policy, step.stage)]?.statesInterest) return { stated: [], withheld: [] };
  const claim = { workspace, facts, items, interest, today, until: asAt };
  const { stated, missing } = await claimedInterest(tx, claim);
  const without = new Map<string, string[]>();
  for (const { number, rate } of missing) {
    const why = missingRateWords(rate, workspace.locale).join(' ');
    without.set(why, [...(without.get(why) ?? []), number]);
  }
  const withheld = [...without].map(
    ([why, numbers]) => `It states no interest on ${list.format(numbers)}. ${why}`,
  );
  return { stated, withheld };
}

function dataOf(
  { workspace, input, step, asAt, deadlineOn }: NoticeOrder,
  items: readonly OpenItem[],
  recipient: Recipient,
  parties: NoticeParties,
): NoticeData {
  const { facts, today } = input;
  const { contested } = barriers(facts, today);
  const kind = kindOf(step.stage, input.policy);
  const invoices = items.map(({ invoice }) =>
    printedInvoice(invoice, { asAt, contested: contested(invoice.id), parties }),
  );
  return {
    kind,
    ...noticeFrame({ workspace, input, parties, recipient, asAt }),
    deadlineOn,
    ...warningWords(step.stage, input),
    invoices,
    ...(WITH_COPIES.has(kind) && { copies: copiesAlong(invoices).map(({ number }) => number) }),
    credits: creditsSetOff(input, items),
  };
}

/** What a notice says beside its figures: what follows by this policy, and in a formal demand the enclosures where the law asks for them. */
function warningWords(stage: string, input: DecisionInput): Pick<NoticeData, 'consequence' | 'enclosures'> {
  const { policy, facts, today } = input;
  const consequence = whatFollows(stage, input);
  const isClaim = isPosted(policy, stage) && fallsUnderDebtClaims(facts.debtor, today);
  return {
    ...(consequence !== undefined && { consequence }),
    ...(isClaim && { enclosures: debtClaimsProtocol.enclosures }),
  };
}

function kindOf(stage: string, policy: Policy): NoticeKind {
  const kind = noticeStage(policy, stage);
  if (kind) return kind;
  throw new DulyError(
    'no_template',
    `stage ${stage} is not written`,
    `Nothing is written at this stage: ${stageName(stage)} is done in another way.`,
  );
}
