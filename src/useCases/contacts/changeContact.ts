import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import { isMailbox } from '../../core/isMailbox.ts';
import type { Channel } from '../../core/noWayTo.ts';
import { requireMay } from '../../core/permissions.ts';
import type { ShownForm } from '../../core/shownForm.ts';
import { deadWithNumbers, wrongNumbers } from '../../core/wrongNumbers.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { requireAsShown } from '../../db/requireAsShown.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { writeContact } from '../../db/writeContact.ts';
import type { Contact, Member } from '../../generated/prisma/client.ts';
import type { NewContact } from './addContact.ts';
import { fieldsOf } from './contactForForm.ts';
import { contactOnFile } from './contactOnFile.ts';
import { contactsChanged } from './contactsChanged.ts';
import { markLeft } from './markLeft.ts';

/** A contact as it stands from now on. */
export interface ContactChange extends NewContact {
  readonly refusedChannels: readonly Channel[];
  /** nobody of ours reaches them any more, in whatever way */
  readonly doNotContact: boolean;
  /** they have left the company; default: as it stands */
  readonly hasLeft?: boolean | undefined;
  /** the member has made sure today that they are reached like this */
  readonly isVerified?: boolean | undefined;
}

/** What had been refused when the member began to write: what others recorded since stands. */
export type RefusalsShown = Pick<ContactChange, 'refusedChannels' | 'doNotContact'>;

/**
 * Corrects somebody on file. What they refused is not used from this moment; a new number or address counts as one that works.
 * What they refused is taken back by a manager alone, with what shows that it was recorded wrongly, which stays on record. The same again
 * changes nothing. A new number or address is not verified any more, unless the member says so. Whoever has left the company is not reached any more, until somebody says that they are there after all. Returns a sentence. Throws DulyError `not_allowed`, `debtor_not_found`, `contact_not_found`, `evidence_missing`, `changed_meanwhile`, or
 * `contact_exists` where the address is another contact's.
 */
export async function changeContact(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    debtorId: string;
    contactId: string;
    change: ContactChange;
    shown?: RefusalsShown | undefined;
    /** name, role and ways to reach them as the member saw them (`fieldsOf`) */
    seen?: ShownForm | undefined;
    /** what shows that a refusal was recorded wrongly */
    evidence?: string | undefined;
    now: Date;
  },
): Promise<string> {
  const { workspace, member, debtorId, contactId, change, shown, seen, evidence, now } = options;
  requireMay(member, 'log_activity');
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const before = await contactOnFile(tx, { workspaceId: workspace.id, contactId });
    await refuseIfAnothers(tx, before, change.email);
    const wanted = { ...change, ...refusals(before, change, shown) };
    const after = changed(before, wanted, dateOfDay(todayOf(workspace, now)));
    await requireAsShown(tx, {
      workspaceId: workspace.id,
      shown: seen,
      stands: fieldsOf(before),
      wanted: fieldsOf({ ...before, ...after }),
      actions: ['contact_changed'],
      subjectId: contactId,
    });
    const lifted = lifts(before, after);
    if (lifted) requireMay(member, 'lift_refusal');
    if (lifted && !evidence) throw noEvidence(before.name);
    const fields = Object.entries(after).filter(
      ([field, value]) => !same(before[field as keyof Contact], value),
    );
    const hadLeft = before.leftOn !== null;
    const { hasLeft = hadLeft } = change;
    if (fields.length === 0 && hasLeft === hadLeft) return 'Nothing was changed.';
    const formerEmails = formerOf(before, after.email);
    await writeContact(tx, before, {
      data: { ...after, formerEmails },
      at: now,
      actor: member.id,
      action: 'contact_changed',
      after: {
        debtorId,
        changed: fields.map(([field]) => field),
        refusedChannels: after.refusedChannels,
        doNotContact: after.doNotContact,
      },
      ...(lifted && evidence && { why: evidence }),
    });
    if (hasLeft !== hadLeft)
      await markLeft(tx, { workspace, debtorId, contactId, left: hasLeft, actor: member.id, now });
    else await contactsChanged(tx, { workspace, debtorId, now });
    return hasLeft
      ? `${after.name} has left the company: they are not written to or called any more.`
      : `${saidOf(after)}${change.isVerified ? ' Verified today.' : ''}`;
  });
}

function changed(before: Contact, change: ContactChange, today: Date) {
  const [phone, mobile, email] = [change.phone, change.mobile, change.email].map(
    (way) => way?.trim() || null,
  );
  const isNew: Readonly<Record<string, boolean>> = {
    call: before.phone !== phone,
    text: before.mobile !== mobile,
    email: before.email?.toLowerCase() !== email?.toLowerCase(),
  };
  const numbers = { phone: phone ?? null, mobile: mobile ?? null };
  const dead = deadWithNumbers({ ...before, ...numbers }, wrongNumbers(before));
  return {
    ...{ name: change.name.trim(), role: change.role as string },
    ...{ ...numbers, email: email ?? null },
    isMailbox: Boolean(email && isMailbox(email) && !phone && !mobile),
    refusedChannels: [...change.refusedChannels] as string[],
    deadChannels: dead.filter((channel) => channel === 'call' || !isNew[channel]),
    doNotContact: change.doNotContact,
    // another number or address is not the one that was verified
    verifiedOn: change.isVerified ? today : Object.values(isNew).includes(true) ? null : before.verifiedOn,
  };
}

/** What was ticked and unticked, done to what is refused by now. */
function refusals(before: Contact, change: ContactChange, shown: RefusalsShown | undefined): RefusalsShown {
  if (!shown) return change;
  const lifted = shown.refusedChannels.filter((channel) => !change.refusedChannels.includes(channel));
  const kept = (before.refusedChannels as Channel[]).filter((channel) => !lifted.includes(channel));
  const added = change.refusedChannels.filter(
    (channel) => !shown.refusedChannels.includes(channel) && !kept.includes(channel),
  );
  const doNotContact = change.doNotContact === shown.doNotContact ? before.doNotContact : change.doNotContact;
  return { refusedChannels: [...kept, ...added], doNotContact };
}

function lifts(before: Contact, after: { refusedChannels: string[]; doNotContact: boolean }): boolean {
  return (
    (before.doNotContact && !after.doNotContact) ||
    before.refusedChannels.some((channel) => !after.refusedChannels.includes(channel))
  );
}

function noEvidence(name: string): DulyError {
  return new DulyError(
    'evidence_missing',
    'a refusal is taken back without evidence',
    `Say what shows that ${name} did not refuse this: it stays on record.`,
  );
}

/** Every address that they had before the one of now, in small letters. */
function formerOf({ email, formerEmails }: Contact, now: string | null): string[] {
  const known = [...formerEmails, ...(email ? [email.toLowerCase()] : [])];
  return [...new Set(known)].filter((address) => address !== now?.toLowerCase());
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function saidOf({ name, refusedChannels, doNotContact }: ReturnType<typeof changed>): string {
  if (doNotContact) return `${name} is not contacted any more.`;
  if (refusedChannels.length === 0) return `${name} is on file like this from now on.`;
  return `${name} is on file like this; not used from now on: ${refusedChannels.join(', ')}.`;
}

async function refuseIfAnothers(
  tx: Tx,
  { id, workspaceId, debtorId }: Contact,
  email: string | undefined,
): Promise<void> {
  if (!email) return;
  const other = await tx.prisma.contact.findFirst({
    where: { workspaceId, debtorId, id: { not: id }, email: { equals: email.trim(), mode: 'insensitive' } },
  });
  if (!other) return;
  throw new DulyError(
    'contact_exists',
    `contact ${other.id} has that address`,
    `${other.name} is on file with this address already: change that contact, or use another address.`,
  );
}
