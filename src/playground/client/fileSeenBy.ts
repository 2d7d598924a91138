import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { StoredFile } from '../state/model.ts';

/** A file that this person dropped or that is shared where they are. @throws SlackError file_not_found */
export function fileSeenBy(slack: LocalSlack, user: string, id: string): StoredFile {
  const file = slack.files.get(id);
  const shared = file?.shares.some((s) => slack.conversations.get(s.channel)?.members.has(user));
  if (!file?.complete || file.deleted || !(shared || file.user === user))
    throw new SlackError('file_not_found');
  return file;
}
