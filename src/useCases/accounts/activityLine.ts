import { dateInstant } from '../../../blocks/dateInstant.ts';
import type { Markup } from '../../../blocks/Markup.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { activityName } from '../../core/activityName.ts';
import type { RecordedActivity } from '../../db/accountRecord.ts';

const NOTES = 160;

/** One thing that was done, on one line: when, what, with whom, by whom, and the beginning of the notes. */
export function activityLine(activity: RecordedActivity): Markup {
  const { contact, member, notes } = activity;
  const who = [contact && `with ${contact}`, member && `by ${member}`].filter(Boolean).join(' ');
  const short = notes && notes.length > NOTES ? `${notes.slice(0, NOTES)}…` : notes;
  return mrkdwn`${dateInstant(activity.at)}: ${activityName(activity)}${who ? mrkdwn` ${who}` : ''}${short ? mrkdwn`. “${short}”` : ''}`;
}
