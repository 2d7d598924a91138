import type { BlockError } from '../blockKit/BlockError.ts';
import { isObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { slackFileId } from '../messages/slackFilesIn.ts';

/** Images that point at files which Slack does not have, or does not have yet. */
export function missingSlackFiles(slack: LocalSlack, value: unknown, pointer: string): BlockError[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, i) => missingSlackFiles(slack, entry, `${pointer}/${i}`));
  }
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, v]) =>
    missingSlackFiles(slack, v, `${pointer}/${key}`),
  );
  const reference = value.slack_file;
  if (!isObject(reference) || isThere(slack, reference)) return inside;
  return [{ message: 'invalid slack file', pointer: `${pointer}/slack_file` }, ...inside];
}

function isThere(slack: LocalSlack, reference: Record<string, unknown>): boolean {
  const file = slack.files.get(slackFileId(reference));
  return file?.complete === true && !file.deleted;
}
