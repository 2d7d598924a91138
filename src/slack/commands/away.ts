import { message } from '../../../blocks/message.ts';
import { DulyError } from '../../core/DulyError.ts';
import { parseAbsence } from '../../core/parseAbsence.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { colleagueNamed } from '../../useCases/members/colleagueNamed.ts';
import { setAway } from '../../useCases/members/setAway.ts';
import { mentionsIn } from '../mentionsIn.ts';
import type { SubCommand } from './SubCommand.ts';

/** An absence: one's own, or, for managers, somebody else's. A colleague named before the day is away, one after it stands in. */
export const away: SubCommand = {
  help: {
    usage: 'away [@member] <until> [@deputy]',
    does: 'You are away from today until a day, that day included; prompts go to the deputy. Managers may name somebody else first.',
    examples: ['away until friday @clara', 'away @colin until 5 dec @clara'],
  },
  namesMembers: true,
  async run({ deps, workspace, member, words, mentioned, now, answer }) {
    const { before, after } = mentionsIn(words);
    const first = before === '' && mentioned.length > 0 && after !== '';
    const [whoId, deputyId] = first ? mentioned : [undefined, ...mentioned];
    const { locale } = member;
    const when = parseAbsence(first ? after : before, todayOf(workspace, now), {
      locale,
      calendar: workspace.calendar,
    });
    if ('error' in when) {
      const sentence = `Until when? ${words === '' ? 'Write it like `/debt away until friday @colleague`.' : when.error}`;
      throw new DulyError('bad_absence', 'no day', sentence);
    }
    const named = (id: string | undefined) =>
      id === undefined ? undefined : colleagueNamed(deps.db, workspace, id);
    const who = (await named(whoId)) ?? member;
    const deputy = await named(deputyId);
    const text = await setAway(deps.db, { workspace, member, who, until: when.day, deputy, now });
    deps.wake();
    await answer(message({ text }));
  },
};
