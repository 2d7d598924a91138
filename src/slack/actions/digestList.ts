import { message } from '../../../blocks/message.ts';
import { dailyDigestMessages } from '../../useCases/digests/dailyDigestMessages.ts';
import type { ActionHandler } from '../handlers.ts';

/** A list of today's digest as it stands now, for whoever asked for the digest. The value is the list's key. */
export const digestList: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    const asked = { workspace, now, individuals: true, locale: member.locale, toOne: true };
    const { parts } = await dailyDigestMessages(deps.db, asked);
    const part = parts.find(({ key }) => key === value);
    await answer(part?.message ?? message({ text: 'Nothing stands on that list any more.' }));
  },
};
