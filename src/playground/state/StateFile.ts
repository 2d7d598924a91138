import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { Mail } from '../mail/Mailbox.ts';
import { armScheduled } from '../messages/armScheduled.ts';
import type { PlaygroundUser } from '../PlaygroundOptions.ts';
import type { FileStore } from './FileStore.ts';
import type { Message, ScheduledMessage, View } from './model.ts';

/** Changes are gathered for this long before they are written. */
const GATHER_MS = 500;

const listOf = <T>() => z.array(z.custom<T>(isObject));

const savedSchema = z.object({
  version: z.literal(1),
  now: z.iso.datetime(),
  conversations: listOf<{ id: string; members: string[]; isArchived: boolean }>(),
  messages: listOf<Message>(),
  files: listOf<ReturnType<FileStore['dump']>[number]>(),
  homes: listOf<View>(),
  scheduled: listOf<ScheduledMessage>(),
  mails: listOf<Mail>(),
  users: listOf<PlaygroundUser>().default([]),
  deactivated: z.array(z.string()).default([]),
});

type Saved = z.infer<typeof savedSchema>;

/** The conversation on disk, so that a restart goes on where it stopped. Written whole, then put in place. */
export class StateFile {
  private readonly path: string;
  private timer: NodeJS.Timeout | undefined;
  private writing = Promise.resolve();
  private slack: LocalSlack | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** What was kept, or nothing on the first start. @throws when the file is not one of ours */
  async read(): Promise<Saved | undefined> {
    let text: string;
    try {
      text = await readFile(this.path, 'utf8');
    } catch (error) {
      if (isObject(error) && error.code === 'ENOENT') return undefined;
      throw error;
    }
    return savedSchema.parse(JSON.parse(text));
  }

  /** Puts back what was kept and keeps what comes. */
  attach(slack: LocalSlack, saved: Saved | undefined): void {
    if (saved) {
      slack.conversations.load(saved.conversations);
      for (const message of saved.messages) {
        slack.messages.add(message);
        slack.ts.seen(message.ts);
      }
      slack.files.load(saved.files);
      for (const home of saved.homes) slack.views.publish(home);
      for (const scheduled of saved.scheduled) armScheduled(slack, scheduled);
      slack.mailbox.load(saved.mails);
      for (const user of saved.users) slack.users.set(user.id, user);
      for (const id of saved.deactivated) slack.deactivated.add(id);
    }
    this.slack = slack;
  }

  changed(): void {
    if (!this.slack || this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.save().catch((error: unknown) => this.slack?.log(`state not saved: ${String(error)}`));
    }, GATHER_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await this.save();
  }

  private save(): Promise<void> {
    this.writing = this.writing.catch(() => undefined).then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const { slack } = this;
    if (!slack) return;
    const saved: Saved = {
      version: 1,
      now: slack.clock.now().toISOString(),
      conversations: slack.conversations.dump(),
      messages: slack.messages.dump(),
      files: slack.files.dump(),
      homes: slack.views.dumpHomes(),
      scheduled: [...slack.scheduled.values()],
      mails: [...slack.mailbox.list()],
      users: [...slack.users.values()],
      deactivated: [...slack.deactivated],
    };
    await mkdir(dirname(this.path), { recursive: true });
    await writeFile(`${this.path}.new`, JSON.stringify(saved), { mode: 0o600 });
    await rename(`${this.path}.new`, this.path);
  }
}
