import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { dropCreditHold } from '../../useCases/creditHolds/dropCreditHold.ts';
import { keepCreditHold } from '../../useCases/creditHolds/keepCreditHold.ts';
import { recordCreditHoldSet } from '../../useCases/creditHolds/recordCreditHoldSet.ts';
import { releaseAsAsked } from '../../useCases/creditHolds/releaseAsAsked.ts';
import type { ActionHandler } from '../handlers.ts';

type Answer = (
  db: Db,
  answer: { workspace: WorkspaceContext; member: Member; promptId: string; now: Date },
) => Promise<void>;

/** One answer to a prompt about a credit hold; its message says what became of it. The value is the prompt's id. */
const answering = (record: Answer): ActionHandler => ({
  async run({ deps, workspace, member, now, value }) {
    await record(deps.db, { workspace, member, promptId: value, now });
    deps.wake();
  },
});

export const promptSetCreditHold = answering(recordCreditHoldSet);
export const promptDropCreditHold = answering(dropCreditHold);
export const promptReleaseCreditHold = answering(releaseAsAsked);
export const promptKeepCreditHold = answering(keepCreditHold);
