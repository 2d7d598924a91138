import { Readable } from 'node:stream';
import { addDays, type Day } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { parseColumnMap } from '../../imports/ColumnMap.ts';
import { importLedger } from '../../useCases/ledger/importLedger.ts';
import type { SampleDebtor } from '../SampleDebtor.ts';
import { LEDGER_MAP, ledgerCsv } from '../sampleLedger.ts';
import { BEGAN, businessDayBefore, sampleTime, storyDay } from '../sampleStart.ts';
import type { SeededDebtor, SeededDebtors, Seeding } from './Seeding.ts';

/** Name of the sample's ledger file: by it a sample is known. */
export const LEDGER_FILE = 'larkfield-open-items.csv';

/** Days before the first on which the ledger was imported, so that the weeks before have their figures. */
const IMPORTED = [BEGAN, 49, 21, 7];

/** Imports the ledger file as a team does, again and again up to the evening before the first day. */
export async function seedLedger(seeding: Seeding): Promise<SeededDebtors> {
  const { db, workspace, firstDay, debtors, members } = seeding;
  const csv = ledgerCsv(debtors);
  const days = [...IMPORTED.map((ago) => storyDay(firstDay, ago)), businessDayBefore(firstDay)];
  for (const asOf of new Set<Day>(days)) {
    await importLedger({
      db,
      workspace,
      now: sampleTime(asOf, '18:00'),
      file: { name: LEDGER_FILE, stream: Readable.from([csv]) },
      asOf,
      map: parseColumnMap(LEDGER_MAP),
      memberId: members.grace.id,
      confirm: true,
    });
  }
  return completeDebtors(seeding);
}

/** What a ledger file does not say: kind, place, owner, and the people behind the addresses. */
async function completeDebtors({
  db,
  workspace,
  firstDay,
  debtors,
  members,
}: Seeding): Promise<SeededDebtors> {
  const rows = await db.prisma.debtor.findMany({ where: { workspaceId: workspace.id } });
  const imported = await db.prisma.contact.findMany({ where: { workspaceId: workspace.id } });
  const invoices = await db.prisma.invoice.findMany({
    where: { workspaceId: workspace.id },
    select: { id: true, number: true, debtorId: true },
  });
  const createdAt = sampleTime(addDays(firstDay, -BEGAN), '12:00');
  const ids = new Map<string, SeededDebtor>();
  for (const debtor of debtors) {
    const row = rows.find(({ account }) => account === debtor.account);
    if (!row) continue;
    const { kind, country, zone, owner } = debtor;
    await db.prisma.debtor.update({
      where: { id: row.id },
      data: { kind, country, zone, ownerId: owner ? members[owner].id : null },
    });
    let contactId: string | undefined;
    for (const [position, contact] of debtor.contacts.entries()) {
      const known = imported.find((one) => one.debtorId === row.id && one.email === contact.email);
      const data = { ...fields(contact), position };
      const saved = known
        ? await db.prisma.contact.update({ where: { id: known.id }, data })
        : await db.prisma.contact.create({
            data: { ...data, id: newId(), workspaceId: workspace.id, debtorId: row.id, createdAt },
          });
      contactId ??= saved.id;
    }
    const own = invoices.filter(({ debtorId }) => debtorId === row.id);
    ids.set(debtor.account, {
      id: row.id,
      contactId,
      invoices: new Map(own.map(({ id, number }) => [number, id])),
    });
  }
  return ids;
}

function fields({ name, role, email, phone, mobile, isMailbox }: SampleDebtor['contacts'][number]) {
  return {
    name,
    role,
    isMailbox,
    email: email ?? null,
    phone: phone ?? null,
    mobile: mobile ?? null,
    preferredChannel: email ? 'email' : 'call',
  };
}
