import { z } from 'zod';
import type { PlacedMessage } from '../../db/slackMessages.ts';
import type { Along } from '../Along.ts';
import type { Delivered } from '../Delivered.ts';
import { DeliveryFailure } from '../DeliveryFailure.ts';
import { isAbort } from '../isAbort.ts';
import type { PayloadOf } from '../OutboxItem.ts';
import type { Sending } from '../Sending.ts';
import { addReactions } from './addReactions.ts';
import { findPosted, METADATA_TYPE, type Posted } from './findPosted.ts';
import { slackCode, slackFailure } from './slackFailure.ts';
import { type Thread, threadOf } from './threadOf.ts';
import { uploadOnce } from './uploadOnce.ts';
import { withFile } from './withFile.ts';
import { withRepeatMark } from './withRepeatMark.ts';

type Post = PayloadOf<'slack_post'> | PayloadOf<'slack_file'>;

/** A message that stands, and the thread that it stands in. */
interface Sent {
  readonly posted: Posted;
  readonly thread: Thread | undefined;
}

const answer = z.object({ channel: z.string(), ts: z.string() });
/** The message whose thread it was for is gone or closed: what was to be said is said in the channel. */
const THREAD_GONE = new Set([
  'cannot_reply_to_message',
  'thread_not_found',
  'restricted_action_thread_locked',
]);

/**
 * Posts a message (with its file, when it has one) once. An attempt whose outcome is unknown is looked for first; where
 * history cannot be read it is posted once more at most, marked as a possible repeat, and is `unsure` after that. It goes into
 * the thread of its `parent`, where that is posted.
 */
export async function deliverPost(
  sending: Sending,
  post: Post,
  parent: PlacedMessage | null,
): Promise<Delivered> {
  const { progress } = sending;
  const thread = threadOf(parent);
  const reactions = post.kind === 'slack_post' ? (post.reactions ?? []) : [];
  const known = at(progress.channel, progress.ts);
  const sent = known ? { posted: known, thread } : await findOrPost(sending, post, thread);
  const outcome = { state: 'sent', result: { ...sent.posted } } as const;
  const along = known ? undefined : remembering(sending, sent);
  if (reactions.length === 0) return { outcome, ...(along ? { along } : {}) };
  // where the message stands is kept before anything else is done with it
  if (along) await sending.save({ ...sent.posted, trying: false }, along);
  await addReactions(sending, sent.posted, reactions);
  return { outcome };
}

async function findOrPost(sending: Sending, post: Post, thread: Thread | undefined): Promise<Sent> {
  if (!sending.progress.trying) return postNow(sending, post, thread, false);
  const found = await findPosted(sending, thread?.channel ?? post.channel, thread);
  if (found === 'absent') return postNow(sending, post, thread, false);
  if (found !== 'unreadable') return { posted: found, thread };
  if (sending.progress.repeated) throw new DeliveryFailure('unsure', 'no answer to the repeat either');
  return postNow(sending, post, thread, true);
}

async function postNow(
  sending: Sending,
  post: Post,
  thread: Thread | undefined,
  repeat: boolean,
): Promise<Sent> {
  const { workshop, item } = sending;
  const place = thread?.channel ?? post.channel;
  await sending.admit(place, post.channel);
  const file = post.kind === 'slack_file' ? await uploadOnce(sending, post) : undefined;
  const message = file && post.kind === 'slack_file' ? withFile(post, file) : post;
  await sending.wait(workshop.pacer.take(`${item.workspaceId}/${place}`, Date.now()));
  await sending.recheck();
  await sending.begin(repeat ? { repeated: true } : {});
  const { text, blocks } = repeat ? withRepeatMark(message) : message;
  const args = {
    text,
    ...(blocks ? { blocks } : {}),
    metadata: { event_type: METADATA_TYPE, event_payload: { key: sending.row.id } },
    ...(post.kind === 'slack_post' ? { unfurl_links: false, unfurl_media: false } : {}),
  };
  const broadcast = post.kind === 'slack_post' && post.broadcast;
  try {
    return await postIn(sending, place, args, thread, broadcast ?? false);
  } catch (error) {
    const nothingHappened = isAbort(error) || !['lost', 'unsure'].includes(slackFailure(error).kind);
    if (nothingHappened) await sending.save({ trying: false });
    throw error;
  }
}

async function postIn(
  sending: Sending,
  channel: string,
  args: Record<string, unknown>,
  thread: Thread | undefined,
  broadcast: boolean,
): Promise<Sent> {
  const inThread = thread ? { thread_ts: thread.ts, ...(broadcast ? { reply_broadcast: true } : {}) } : {};
  try {
    const posted = answer.parse(await sending.call('chat.postMessage', { channel, ...args, ...inThread }));
    return { posted: { channel: posted.channel, ts: posted.ts }, thread };
  } catch (error) {
    if (!thread || !THREAD_GONE.has(slackCode(error) ?? '')) throw error;
    return postIn(sending, channel, args, undefined, false);
  }
}

/** Keeps where the message stands. */
function remembering(sending: Sending, { posted, thread }: Sent): Along {
  const now = sending.workshop.options.clock.now();
  return { sql: remember, params: [posted.channel, posted.ts, thread?.ts ?? null, now] };
}

const remember = (first: number) => `
INSERT INTO slack_message (workspace_id, key, channel, ts, thread_ts, posted_at)
SELECT workspace_id, message_key, $${first}, $${first + 1}, $${first + 2}, $${first + 3}::timestamptz
FROM saved WHERE message_key IS NOT NULL
ON CONFLICT (workspace_id, key) DO UPDATE
SET channel = excluded.channel, ts = excluded.ts, thread_ts = excluded.thread_ts, posted_at = excluded.posted_at`;

function at(channel: string | undefined, ts: string | undefined): Posted | undefined {
  return channel !== undefined && ts !== undefined ? { channel, ts } : undefined;
}
