import { expect, it } from 'vitest';
import { dayOf } from '../../../src/core/day.ts';
import { lockMembers } from '../../../src/db/members.ts';
import { handOverPrompt } from '../../../src/useCases/prompts/handOverPrompt.ts';
import { openPrompt } from '../../../src/useCases/prompts/openPrompt.ts';
import { snoozePrompt } from '../../../src/useCases/prompts/snoozePrompt.ts';
import { aDebtor } from '../../support/aDebtor.ts';
import { people } from '../../support/sampleTeam.ts';
import { somebodyWaits } from '../../support/somebodyWaits.ts';
import { callDesk } from '../calls/callDesk.ts';

it.each(['put off', 'handed over'] as const)(
  'while the list of its member is written a prompt is not held by being %s',
  async (how) => {
    const desk = await callDesk();
    const { db, workspaceId, member, clock } = desk;
    const debtor = await aDebtor(db, workspaceId, { name: 'Acme' });
    const workspace = await desk.workspace();
    const now = clock.now();
    const asked = {
      workspace,
      debtorId: debtor.id,
      key: 'call',
      kind: 'call',
      memberId: member.colin,
    } as const;
    const promptId = (await db.transaction((tx) => openPrompt(tx, { ...asked, reasons: [], now }))) ?? '';
    const colin = await db.prisma.member.findUniqueOrThrow({ where: { id: member.colin } });
    const acting = { workspace, member: colin, promptId, key: 'form', now };
    let done: Promise<string> | undefined;
    await db.transaction(async (tx) => {
      await lockMembers(tx, workspaceId, [member.colin]);
      done =
        how === 'put off'
          ? snoozePrompt(db, { ...acting, until: dayOf('2026-11-24') })
          : handOverPrompt(db, { ...acting, toSlackUserId: people.clara.id, note: '' });
      await somebodyWaits(db);
      await tx.execute('SELECT id FROM prompt WHERE id = $1 FOR UPDATE NOWAIT', [promptId]);
    });
    expect(await done).toBeTruthy();
  },
);
