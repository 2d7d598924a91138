import { addDays } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { BEGAN, sampleTime } from '../sampleStart.ts';
import { type SeededDebtors, type Seeding, seeded } from './Seeding.ts';

/** What customers confirmed about how they are billed and pay: nobody is asked again when their next invoice arrives. */
export async function seedBilling(
  { db, workspace, firstDay, debtors, members }: Seeding,
  ids: SeededDebtors,
): Promise<void> {
  const recordedAt = sampleTime(addDays(firstDay, -BEGAN), '16:00');
  await db.prisma.billingTerms.createMany({
    data: debtors.map((debtor) => ({
      id: newId(),
      workspaceId: workspace.id,
      debtorId: seeded(ids, debtor).id,
      terms: '30 days net',
      payMethod: 'Bank transfer',
      portal: 'None',
      withoutOrderNumber: !debtor.givesOrderNumbers,
      memberId: members[debtor.owner ?? 'priya'].id,
      key: `sample:billing:${debtor.account}`,
      recordedAt,
    })),
  });
  for (const debtor of debtors) if (debtor.givesOrderNumbers) await orderNumbers(debtor);

  /** The order numbers of all but what has just been issued. */
  async function orderNumbers(debtor: Seeding['debtors'][number]): Promise<void> {
    for (const { number, issuedOn } of debtor.invoices) {
      if (issuedOn >= addDays(firstDay, -JUST_ISSUED)) continue;
      const id = seeded(ids, debtor).invoices.get(number);
      const orderNumber = `PO-${number.slice(-4)}`;
      if (id) await db.prisma.invoice.update({ where: { id }, data: { orderNumber } });
    }
  }
}

const JUST_ISSUED = 7;
