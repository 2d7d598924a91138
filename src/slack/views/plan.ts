import type { ViewOutput } from '@slack/bolt';
import { PLAN_TITLE, rhythmChoices } from '../../../blocks/agreements/planModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import type { ViewHandler } from '../handlers.ts';
import { callLogEntries } from './callLogEntries.ts';
import { checkPromise } from './checkPromise.ts';
import { formMemory } from './formMemory.ts';
import { planScheduleFor } from './planScheduleFor.ts';
import { stateOf } from './stateOf.ts';

/** A filled-in plan: its schedule is shown, to be saved. */
export const plan: ViewHandler = {
  check(view) {
    const entries = callLogEntries(view);
    const { memory, debtorId } = formMemory(view);
    const { text, choice } = stateOf(view);
    const errors: Record<string, string> = {};
    const promise = checkPromise(entries, memory, errors);
    const count = Number(text('count'));
    const rhythm = rhythmChoices.find(({ value }) => value === choice('rhythm'))?.value;
    if (!Number.isInteger(count) || count < 2 || count > 36)
      errors.count = 'A plan has between 2 and 36 instalments.';
    if (!rhythm) errors.rhythm = 'Choose how often.';
    if (!promise || !rhythm || Object.keys(errors).length > 0) return { errors };
    const { contact, notes } = entries;
    const { form, call } = memory;
    const agreed = { form, debtorId, call, contact, notes, words: { ...promise, count, rhythm } };
    return {
      async save(request) {
        await request.showView(await planScheduleFor(request, agreed));
      },
    };
  },
  saving: (view) => savingView(PLAN_TITLE, typed(view)),
  again: refilled,
};

function typed(view: ViewOutput): [string, string][] {
  const { amount = '', promisedOn = '', notes = '' } = callLogEntries(view);
  return [
    ['Amount', amount],
    ['Instalments', stateOf(view).text('count')],
    ['From', promisedOn],
    ['Notes', notes],
  ];
}
