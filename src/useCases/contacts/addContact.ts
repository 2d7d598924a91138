import { DulyError } from '../../core/DulyError.ts';
import { isMailbox } from '../../core/isMailbox.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { deadWithNumbers, wrongNumbers } from '../../core/wrongNumbers.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { claimInbound } from '../../db/inboundEvents.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { writeContact } from '../../db/writeContact.ts';
import type { Contact, Member } from '../../generated/prisma/client.ts';
import { contactsChanged } from './contactsChanged.ts';
import { personOnFile } from './personOnFile.ts';

export const contactRoles = ['payables', 'director', 'alternate', 'other'] as const;
export type ContactRole = (typeof contactRoles)[number];

export interface NewContact {
  readonly name: string;
  readonly role: ContactRole;
  readonly phone?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

export interface ContactAddition {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly debtorId: string;
  readonly contact: NewContact;
  /** the same addition has the same key */
  readonly key: string;
  readonly now: Date;
}

/**
 * Puts a person (or a shared mailbox) on a debtor's account, and has the policy look at it again: somebody can be reached
 * now. The same key adds once; an address on file
 * that did not work counts again, and a new number for it is put there; a number on file that did not work counts again. Nobody is on file
 * twice: what they refused, and how often they were called, goes by the person. Throws DulyError `not_allowed`, `debtor_not_found`, or
 * `contact_exists` where the address or the person is on file already.
 */
export async function addContact(db: Db, addition: ContactAddition): Promise<void> {
  const { workspace, member, debtorId, contact, key, now } = addition;
  requireMay(member, 'log_activity');
  await db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const claim = { workspaceId: workspace.id, key, kind: 'add_contact', receivedAt: now };
    if (!(await claimInbound(tx, claim))) return;
    const known = await tx.prisma.contact.findMany({ where: { workspaceId: workspace.id, debtorId } });
    const email = contact.email?.trim();
    const same = email
      ? known.find((other) => other.email?.toLowerCase() === email.toLowerCase())
      : undefined;
    const theirs = same && isSamePerson(same, contact);
    const number = theirs ? newNumber(same, contact) : undefined;
    const worksAgain = same?.deadChannels.includes('email') && (theirs || !(contact.phone || contact.mobile));
    if (same && (number || worksAgain)) return correct(tx, addition, same, number);
    if (same) {
      throw new DulyError(
        'contact_exists',
        `contact ${same.id} has that address`,
        `${same.name} is on file with this address already: change that contact with /debt contact, or add this person without the address.`,
      );
    }
    const person = personOnFile(known, contact);
    if (person && !email && hasWrong(person, contact)) return correct(tx, addition, person, undefined);
    if (person) {
      throw new DulyError(
        'contact_exists',
        `contact ${person.id} is that person`,
        `${person.name} is on file already: change that contact with /debt contact. Somebody else needs a name that tells the two apart.`,
      );
    }
    const id = newId();
    await tx.prisma.contact.create({
      data: {
        id,
        workspaceId: workspace.id,
        debtorId,
        name: contact.name.trim(),
        role: contact.role,
        phone: contact.phone?.trim() || null,
        mobile: contact.mobile?.trim() || null,
        email: email || null,
        isMailbox: Boolean(email && isMailbox(email) && !contact.phone && !contact.mobile),
        position: known.length,
        createdAt: now,
      },
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'contact_added',
      subjectKind: 'contact',
      subjectId: id,
      after: { debtorId, role: contact.role },
    });
    await contactsChanged(tx, addition);
  });
}

/** A number is put to somebody on file only where it is theirs: a shared address is no sign of that. */
function isSamePerson(known: Contact, { name, role }: NewContact): boolean {
  const words = (text: string | null) => text?.trim().toLowerCase();
  const isNamed = words(known.name) === words(name) || words(known.email) === words(name);
  return isNamed && known.role === role;
}

/** A number for somebody on file that is not on file yet. */
function newNumber(known: Contact, { phone, mobile }: NewContact) {
  const [call, text] = [phone?.trim() || known.phone, mobile?.trim() || known.mobile];
  return call === known.phone && text === known.mobile ? undefined : { phone: call, mobile: text };
}

/** A number that is entered for somebody on file, and was said to be wrong. */
function hasWrong(known: Contact, { phone, mobile }: NewContact): boolean {
  const wrong = wrongNumbers(known);
  return [phone, mobile].some((number) => wrong.includes(number?.trim() ?? ''));
}

/** Somebody on file: what was entered works after all, or they have a new number, which counts as one that works. */
async function correct(
  tx: Tx,
  addition: ContactAddition,
  known: Contact,
  number: { phone: string | null; mobile: string | null } | undefined,
): Promise<void> {
  const { member, debtorId, contact, now } = addition;
  const entered = [contact.phone?.trim(), contact.mobile?.trim()];
  const wrong = wrongNumbers(known).filter((one) => !entered.includes(one));
  const dead = deadWithNumbers({ ...known, ...number }, wrong);
  const works = [...(contact.email ? ['email'] : []), ...(number ? ['text'] : [])];
  await writeContact(tx, known, {
    data: {
      ...(number && { ...number, verifiedOn: null }),
      deadChannels: dead.filter((channel) => !works.includes(channel)),
      leftOn: null,
    },
    at: now,
    actor: member.id,
    action: number ? 'contact_changed' : contact.email ? 'address_works_again' : 'number_works_again',
    after: {
      debtorId,
      ...(number ? { changed: ['phone', 'mobile'] } : { channel: contact.email ? 'email' : 'call' }),
    },
  });
  await contactsChanged(tx, addition);
}
