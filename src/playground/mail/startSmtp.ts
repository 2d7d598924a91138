import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { LocalSlack } from '../LocalSlack.ts';
import { newSlackId } from '../state/newSlackId.ts';

/** SMTP's own words for "later" and "never". */
const REFUSALS = {
  mail_busy: { responseCode: 451, message: 'Requested action aborted: try again later' },
  mail_reject: { responseCode: 550, message: 'Requested action not taken: mailbox unavailable' },
} as const;

/** A top-level domain that never exists: RFC 2606 section 2. */
const NOWHERE = /\.invalid$/i;

/** A mail server on this machine that delivers nothing: mail goes to the mailbox. It takes every address that can exist. */
export async function startSmtp(slack: LocalSlack): Promise<{ url: string; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      done(NOWHERE.test(address) ? answer(550, '5.1.1 The mailbox does not exist') : null);
    },
    onData(stream, session, done) {
      const over = slack.activity.begin();
      const finish = (error?: Error | null) => {
        over();
        done(error);
      };
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', finish);
      stream.on('end', () => {
        const refused = refusal(slack);
        if (refused) return finish(refused);
        const from = session.envelope.mailFrom;
        const envelope = {
          id: newSlackId('M'),
          at: slack.clock.now(),
          from: from ? from.address : '',
          to: session.envelope.rcptTo.map((to) => to.address),
        };
        receive(slack, Buffer.concat(chunks), envelope).then(() => finish(), finish);
      });
    },
  });
  server.on('error', (error) => slack.log(`mail: ${error.message}`));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function receive(
  slack: LocalSlack,
  raw: Buffer,
  envelope: { id: string; at: Date; from: string; to: string[] },
): Promise<void> {
  const email = await PostalMime.parse(new Uint8Array(raw));
  slack.mailbox.add(email, envelope);
  slack.traffic.add({
    at: envelope.at.toISOString(),
    direction: 'in',
    kind: 'mail',
    name: email.subject ?? '',
    request: envelope,
    response: '250 OK',
    ms: 0,
  });
  slack.changed();
}

function refusal({ faults }: LocalSlack): (Error & { responseCode: number }) | undefined {
  const fault = faults.take(['mail_busy', 'mail_reject'], 'smtp');
  if (fault?.kind !== 'mail_busy' && fault?.kind !== 'mail_reject') return undefined;
  const { message, responseCode } = REFUSALS[fault.kind];
  return answer(responseCode, message);
}

function answer(responseCode: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode });
}
