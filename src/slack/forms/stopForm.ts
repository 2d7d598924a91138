import { CONDITION_TITLE, conditionModal } from '../../../blocks/agreements/conditionModal.ts';
import { conditionNames } from '../../core/conditions.ts';
import { isoDay } from '../../core/day.ts';
import { findCondition } from '../../core/findCondition.ts';
import { may } from '../../core/permissions.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { mayEndCondition } from '../../useCases/conditions/endCondition.ts';
import { openConditions } from '../../useCases/conditions/openConditions.ts';
import type { AccountForm } from './AccountForm.ts';
import { filledFor } from './filledFor.ts';

const choices = Object.entries(conditionNames).map(([value, text]) => ({ value, text }));

/** A condition that stops an account, or one that holds to end. */
export const stopForm: AccountForm = {
  title: CONDITION_TITLE,
  act: 'record_stop',
  async open(request) {
    const { deps, workspace, member, debtorId, words, now } = request;
    const { metadata, account } = await filledFor({ ...request, words: '' });
    const open = await openConditions(deps.db, { workspace, debtorId, locale: member.locale });
    return conditionModal({
      ...{ metadata, account, choices },
      open: open.map(({ kind, ...each }) => ({ ...each, mayEnd: may(member.role, mayEndCondition(kind)) })),
      kind: findCondition(words),
      since: isoDay(todayOf(workspace, now)),
      evidence: words || undefined,
    });
  },
};
