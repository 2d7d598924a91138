import { DulyError } from '../core/DulyError.ts';
import { addDays } from '../core/day.ts';
import { dayIn } from '../core/zone.ts';
import type { Db } from '../db/client.ts';
import { loadWorkspace } from '../db/workspaceContext.ts';
import { startWorkspace } from '../useCases/workspaces/startWorkspace.ts';
import { sampleLedger } from './sampleLedger.ts';
import { BEGAN, sampleTime } from './sampleStart.ts';
import { SAMPLE_ZONE } from './sampleTeam.ts';
import type { Seeding } from './seed/Seeding.ts';
import { seedBank } from './seed/seedBank.ts';
import { seedBilling } from './seed/seedBilling.ts';
import { seedEvents } from './seed/seedEvents.ts';
import { seedHandOffs } from './seed/seedHandOffs.ts';
import { seedHistory } from './seed/seedHistory.ts';
import { LEDGER_FILE, seedLedger } from './seed/seedLedger.ts';
import { seedNotices } from './seed/seedNotices.ts';
import { seedPolicy } from './seed/seedPolicy.ts';
import { seedTeam } from './seed/seedTeam.ts';
import { postWelcome, WELCOME_KEY } from './welcome.ts';

/**
 * Writes the sample into a workspace whose ledger is empty: the team, five months of ledger, what was done about it, and
 * last of all the welcome. The workspace is started. Answers false, and changes nothing, where a ledger is already.
 * Throws DulyError `sample_unfinished` where an earlier start was cut off while it wrote the sample.
 */
export async function seedSample({
  db,
  workspaceId,
  now,
}: {
  db: Db;
  workspaceId: string;
  now: Date;
}): Promise<boolean> {
  const imports = await db.prisma.ledgerImport.findMany({
    where: { workspaceId },
    select: { fileName: true },
  });
  const welcomed = await db.prisma.outbox.count({ where: { workspaceId, key: WELCOME_KEY } });
  if (welcomed === 0 && imports.some(({ fileName }) => fileName === LEDGER_FILE)) {
    throw new DulyError(
      'sample_unfinished',
      `workspace ${workspaceId} holds half a sample`,
      'The sample ledger was cut off while it was written. Delete the data folder (DULY_DATA_DIR) and start again.',
    );
  }
  const invoices = await db.prisma.invoice.count({ where: { workspaceId } });
  if (imports.length > 0 || invoices > 0) return false;
  const firstDay = dayIn(SAMPLE_ZONE, now);
  const openedAt = sampleTime(addDays(firstDay, -BEGAN), '10:00');
  const { workspace, members } = await seedTeam(db, { workspaceId, firstDay, openedAt });
  const policyId = await seedPolicy(db, { workspace, member: members.nora, now: openedAt });
  const debtors = sampleLedger(firstDay);
  const seeding: Seeding = { db, workspace, firstDay, debtors, members, policyId };
  const ids = await seedLedger(seeding);
  await seedBilling(seeding, ids);
  await seedHistory(seeding, ids);
  await seedEvents(seeding, ids);
  await seedBank(seeding);
  await startWorkspace(db, { workspace, member: members.nora, now: openedAt });
  const started = { ...seeding, workspace: await loadWorkspace(db, workspaceId) };
  await seedHandOffs(started, ids);
  await seedNotices(started, ids);
  await postWelcome(db, { workspaceId, now });
  return true;
}
