import { addBusinessDays } from '../../core/calendar.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Day } from '../../core/day.ts';
import type { Db } from '../../db/client.ts';
import { loadWorkspace } from '../../db/workspaceContext.ts';
import type { Log } from '../../log.ts';
import type { SampleSource } from '../SampleSource.ts';
import { sampleFirstDay } from '../sampleFirstDay.ts';
import { sampleCalendar, sampleTime } from '../sampleStart.ts';
import { samplePeople } from '../sampleTeam.ts';
import { diary, type Intent } from './diary.ts';

const timeOf = ({ onDay, at }: Intent, firstDay: Day) =>
  sampleTime(addBusinessDays(sampleCalendar, firstDay, onDay), at);

/**
 * The newcomer's colleagues: what stands in their diary they do through the use cases that their clicks would go through, once.
 * Whether something is done follows from the database, so that a clock that comes by twice changes nothing; what the newcomer
 * has dealt with they leave alone. Nobody acts for the newcomer. Silent in a workspace that holds no sample.
 */
export function sampleColleagues({
  db,
  workspaceId,
  log,
}: {
  db: Db;
  workspaceId: string;
  log: Log;
}): SampleSource {
  // what was done here need not be asked of the database again at each beat
  const done = new Set<Intent>();

  async function carryOut(intent: Intent, now: Date): Promise<void> {
    const { who, customer, act } = intent;
    const member = await db.prisma.member.findFirst({
      where: { workspaceId, slackUserId: samplePeople[who].id, leftAt: null },
    });
    const debtor = await db.prisma.debtor.findFirst({ where: { workspaceId, name: customer } });
    if (!member || !debtor) return;
    try {
      const workspace = await loadWorkspace(db, workspaceId);
      const acted = await act({ db, workspace, member, debtorId: debtor.id, now });
      if (!acted) return;
      done.add(intent);
      log.info({ who, customer }, 'a colleague of the sample has acted');
    } catch (error) {
      // the newcomer made it impossible, by a role or a fact: colleagues shrug
      if (!(error instanceof DulyError)) throw error;
      log.info({ who, customer, code: error.code }, 'a colleague of the sample was turned away');
    }
  }

  return {
    async run(now) {
      const firstDay = await sampleFirstDay(db, workspaceId);
      if (firstDay === undefined) return;
      for (const intent of diary)
        if (!done.has(intent) && timeOf(intent, firstDay) <= now) await carryOut(intent, now);
    },
    async next(now) {
      const firstDay = await sampleFirstDay(db, workspaceId);
      return firstDay === undefined
        ? undefined
        : diary.map((intent) => timeOf(intent, firstDay)).find((time) => time > now);
    },
  };
}
