import { DulyError } from '../../core/DulyError.ts';
import { parseDay } from '../../core/day.ts';
import { deadWithNumbers, numberToRing, whichToRing, wrongNumbers } from '../../core/wrongNumbers.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { writeContact } from '../../db/writeContact.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { contactsChanged } from '../contacts/contactsChanged.ts';
import type { VerifiedContact } from '../contacts/verifyContact.ts';
import { openDispute } from '../disputes/openDispute.ts';
import { placeHold } from '../holds/placeHold.ts';
import { waitForSaidPayment } from '../holds/waitForPayment.ts';
import type { CameBack } from '../notices/recordCameBack.ts';
import { recordPromise } from '../promises/recordPromise.ts';
import type { OwnCameBack } from '../replies/ownMailCameBack.ts';
import type { CallLogging } from './logCall.ts';
import { planCallBack } from './planCallBack.ts';

/** What undoing the call has to know besides what stands under its activity. */
export interface CallTrace {
  /** promises that the new one took the place of */
  readonly replacedPromises?: readonly string[];
  /** holds that it ended early */
  readonly endedHolds?: readonly string[];
  /** disputes that it ended */
  readonly endedDisputes?: readonly string[];
  /** conditions that it ended */
  readonly endedConditions?: readonly string[];
  /** which number of the contact was found dead by this call; true: all of them */
  readonly foundDead?: boolean | 'phone' | 'mobile';
  /** the call in which it was agreed on: one act with it */
  readonly inCall?: string;
  /** promises that whoever pays confirmed by it */
  readonly confirmedPromises?: readonly string[];
  /** the contact whom it verified */
  readonly verified?: VerifiedContact;
  /** contacts whose address was found dead by a mail that came back */
  readonly deadAddresses?: readonly string[];
  /** contacts who have left the company by it */
  readonly leftContacts?: readonly string[];
  /** the mail that came back, where it counts as not sent */
  readonly cameBack?: CameBack;
  /** the same for one that a member wrote themselves */
  readonly ownCameBack?: OwnCameBack;
  /** payments of which finance said what they are for */
  readonly placedPayments?: readonly string[];
  /** messages that count as the validation notice no more */
  readonly notValidations?: readonly string[];
  /** members who were told that a reason for the delay was mended */
  readonly toldOfMending?: readonly string[];
}

interface Consequences {
  readonly said: readonly string[];
  readonly trace: CallTrace;
}

/** Records what a call led to. The caller holds the debtor's lock; throws DulyError that says what has to be corrected. */
export async function callConsequences(
  tx: Tx,
  logging: CallLogging & { readonly activityId: string; readonly contactId: string | undefined },
): Promise<Consequences> {
  const { workspace, member, call, activityId, contactId, now } = logging;
  const common = { workspace, debtorId: call.debtorId, activityId, member, now };
  switch (call.outcome) {
    case 'promised': {
      if (!call.promise) throw incomplete('promise');
      const unconfirmed = call.rightParty === false;
      const promise = { ...common, contactId, unconfirmed, madeAt: call.at, words: call.promise };
      const { said, replaced } = await recordPromise(tx, promise);
      return { said, trace: { replacedPromises: replaced } };
    }
    case 'disputes':
      if (!call.dispute) throw incomplete('dispute');
      return { said: await openDispute(tx, { ...common, words: call.dispute }), trace: {} };
    case 'paid': {
      const reason = 'The customer says that it is paid';
      return { said: await waitForSaidPayment(tx, common, reason), trace: {} };
    }
    case 'instalments':
    case 'hardship': {
      const until = call.holdUntil ? parseDay(call.holdUntil) : undefined;
      if (until === undefined) return { said: [], trace: {} };
      const reason = call.outcome === 'instalments' ? 'Instalments are being agreed' : 'Hardship';
      return { said: await placeHold(tx, common, { reason, until }), trace: {} };
    }
    case 'call_back':
      if (!call.callBackAt) throw incomplete('call-back');
      return { said: await planCallBack(tx, { ...common, at: call.callBackAt }), trace: {} };
    case 'wrong_number':
      return markWrong(tx, common, contactId);
    default:
      return { said: [], trace: {} };
  }
}

/** The number that was rung is wrong, no other. */
async function markWrong(
  tx: Tx,
  about: { workspace: WorkspaceContext; debtorId: string; member: Member; now: Date },
  contactId: string | undefined,
): Promise<Consequences> {
  const where = { id: contactId ?? '', workspaceId: about.workspace.id };
  const contact = await tx.prisma.contact.findFirst({ where });
  if (!contact || contact.deadChannels.includes('call')) return { said: [], trace: {} };
  const which = whichToRing(contact);
  const deadChannels = which
    ? deadWithNumbers(contact, [...wrongNumbers(contact), contact[which] ?? ''])
    : [...contact.deadChannels, 'call'];
  const { debtorId, member, now } = about;
  const record = { at: now, actor: member.id, action: 'number_does_not_work', after: { debtorId } };
  await writeContact(tx, contact, { data: { deadChannels }, ...record });
  await contactsChanged(tx, about);
  const other = numberToRing({ ...contact, deadChannels });
  const next = other ? [`There is another one: ${other}.`] : [];
  const said = [`The number of ${contact.name} is marked as wrong.`, ...next];
  return { said, trace: { foundDead: which ?? true } };
}

function incomplete(what: string): DulyError {
  return new DulyError('call_incomplete', `no ${what} with the call`, `Fill in the ${what} first.`);
}
