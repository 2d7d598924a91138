import type { ViewOutput } from '@slack/bolt';
import { z } from 'zod';
import { policyModal } from '../../../blocks/policies/policyModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import type { Policy } from '../../core/policy.ts';
import { stageName } from '../../core/stageName.ts';
import { changeDraft } from '../../useCases/policies/changeDraft.ts';
import { policyPage } from '../../useCases/policies/policyPage.ts';
import type { ViewHandler } from '../handlers.ts';
import { decodeMetadata } from '../metadata.ts';
import { placedStage, type StageChange, withStage } from './policyStageForm.ts';
import { stateOf } from './stateOf.ts';

const remembered = z.object({ key: z.string(), stage: z.string(), mark: z.string() });

/** A changed stage: checked at its fields, kept in the draft; the page comes back. */
export const policyStage: ViewHandler = {
  check(view) {
    const { key, stage, mark } = decodeMetadata(remembered, view.private_metadata);
    const read = readStage(view);
    if ('errors' in read) return read;
    return {
      async save({ deps, workspace, member, now, showView }) {
        const change = (policy: Policy) => withStage(policy, stage, read.change);
        const seen = { part: (policy: Policy) => placedStage(policy, stage), mark };
        await changeDraft(deps.db, { workspace, member, key, now, change, seen });
        const note = `${stageName(stage)} is changed in the draft.`;
        await showView(policyModal(await policyPage(deps.db, { workspace, member, key, note })));
      },
    };
  },
  saving(view) {
    const { text } = stateOf(view);
    return savingView('Change a stage', [
      ['Day', text('day')],
      ['Again on day', text('repeats')],
      ['Days until its deadline', text('deadlineDays')],
      ['Business days later', text('gap')],
    ]);
  },
  again: refilled,
};

function readStage(view: ViewOutput): { change: StageChange } | { errors: Record<string, string> } {
  const { text, choice, choices } = stateOf(view);
  const errors: Record<string, string> = {};
  const has = (blockId: string) => blockId in view.state.values;
  const whole = (blockId: string, least: number): number | undefined => {
    if (!has(blockId)) return undefined;
    const typed = text(blockId);
    if (/^-?\d{1,3}$/.test(typed) && Number(typed) >= least) return Number(typed);
    errors[blockId] = `Write a whole number of days${least >= 0 ? `, ${least} or more` : ''}.`;
    return undefined;
  };
  const day = whole('day', -365) ?? 0;
  const everyDays = whole('everyDays', 1);
  const gap = text('gap') === '' ? 0 : (whole('gap', 0) ?? 0);
  const deadlineDays = has('deadlineDays') && text('deadlineDays') === '' ? null : whole('deadlineDays', 1);
  if (has('needs') && choices('needs').length === 0 && (gap > 0 || choices('deadlinePassed').length > 0))
    errors.needs = 'Name what it waits for, or empty the days and the tick below.';
  const repeats = text('repeats')
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (repeats.some((typed) => !/^\d{1,3}$/.test(typed)))
    errors.repeats = 'Write days with commas: 14, 21, 28.';
  else if (repeats.some((typed, at) => Number(typed) <= Number(repeats[at - 1] ?? day)))
    errors.repeats = 'Write later and later days, all after the first one.';
  if (Object.keys(errors).length > 0) return { errors };
  return {
    change: {
      inUse: choices('inUse').length > 0,
      day,
      repeats: has('repeats') ? repeats.map(Number) : undefined,
      everyDays,
      gate: has('needs')
        ? {
            needs: [...choices('needs')],
            businessDays: gap,
            deadlinePassed: choices('deadlinePassed').length > 0,
          }
        : undefined,
      after: has('after') ? choice('after') : undefined,
      deadlineDays,
      asks: choice('asks'),
      approvedBy: choices('approvedBy'),
    },
  };
}
