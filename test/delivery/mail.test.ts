import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import type { DeliveryOptions } from '../../src/delivery/Delivery.ts';
import { smtpTransport } from '../../src/delivery/mail.ts';
import { letter, postRoom } from './postRoom.ts';

/** A mail server that keeps what it accepts; `rules` make it refuse. */
async function mailServer(rules: SMTPServerOptions = {}, port = 0) {
  const received: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          received.push(mail);
          done();
        });
      });
    },
    ...rules,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const at = (server.server.address() as AddressInfo).port;
  return { received, mail: smtpTransport({ url: `smtp://127.0.0.1:${at}`, timeoutMs: 2000 }) };
}

/** A server that takes a mail and hangs up without a word. */
async function vanishingServer() {
  let mails = 0;
  const talk = (socket: Socket) => {
    socket.on('error', () => {});
    socket.write('220 hello\r\n');
    let inData = false;
    socket.on('data', (chunk) => {
      const line = chunk.toString();
      if (inData) {
        if (!line.includes('\r\n.\r\n')) return;
        mails += 1;
        socket.destroy();
      } else if (/^DATA/im.test(line)) {
        inData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 OK\r\n');
    });
  };
  const server = createServer(talk);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { mail: smtpTransport({ url, timeoutMs: 2000 }), mails: () => mails };
}

const refuse = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

test('a notice arrives with its attachment, and its Message-ID is what was recorded', async () => {
  const room = await postRoom();
  const { mail, received } = await mailServer();
  const pdf = { filename: 'notice.pdf', contentType: 'application/pdf', contentBase64: 'JVBERi0=' };
  const notice = letter('ap@acme.example', 'Überfällig: €1.200,50');
  await room.write({
    ...notice,
    payload: { ...notice.payload, attachments: [pdf] } as typeof notice.payload,
  });
  await room.start({ mail }).drain();
  expect(received).toHaveLength(1);
  const [arrived] = received;
  expect(arrived).toMatchObject({
    subject: 'Überfällig: €1.200,50',
    from: { name: 'Northwind', address: 'credit@northwind.example' },
    to: [{ name: 'Accounts payable', address: 'ap@acme.example' }],
    attachments: [{ filename: 'notice.pdf', mimeType: 'application/pdf' }],
  });
  const [{ outcome } = { outcome: undefined }] = room.settled;
  expect(outcome).toMatchObject({
    state: 'sent',
    result: { messageId: arrived?.messageId, accepted: ['ap@acme.example'], rejected: [] },
  });
});

test('a header cannot be smuggled in through a subject', async () => {
  const room = await postRoom();
  const { mail, received } = await mailServer();
  await room.write(letter('ap@acme.example', 'Hello\r\nBcc: spy@evil.example'));
  await room.start({ mail }).drain();
  expect(received[0]?.headers.some((h) => h.key === 'bcc')).toBe(false);
});

test('a busy server is asked again', async () => {
  const room = await postRoom();
  let asked = 0;
  const { mail, received } = await mailServer({
    onRcptTo: (_to, _session, done) => (++asked < 3 ? done(refuse(451)) : done()),
  });
  await room.write(letter('ap@acme.example', 'Notice'));
  await room.start({ mail }).drain();
  expect(received).toHaveLength(1);
});

test('a server that is away is asked again, and the mail goes when it is back', async () => {
  const room = await postRoom();
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  await room.write(letter('ap@acme.example', 'Notice'));
  const drained = room
    .start({ mail: smtpTransport({ url: `smtp://127.0.0.1:${port}`, timeoutMs: 2000 }) })
    .drain();
  const { received } = await mailServer({}, port);
  await drained;
  expect(received).toHaveLength(1);
  expect(room.settled.map((s) => s.outcome.state)).toEqual(['sent']);
});

test('an address that does not exist fails for good, and the next mail to it is still tried', async () => {
  const room = await postRoom();
  const { mail } = await mailServer({ onRcptTo: (_to, _session, done) => done(refuse(550)) });
  await room.write(letter('gone@acme.example', 'One'), letter('gone@acme.example', 'Two'));
  await room.start({ mail }).drain();
  expect(room.settled.map((s) => s.outcome.state)).toEqual(['failed', 'failed']);
  expect(room.settled[0]?.outcome.why).toMatch(/550/);
  expect(room.settled[0]?.outcome.result).toEqual({ unknown: ['gone@acme.example'] });
});

test('of two recipients one is refused: the mail is sent, and who did not get it is known', async () => {
  const room = await postRoom();
  const { mail } = await mailServer({
    onRcptTo: (to, _session, done) => (to.address.startsWith('gone') ? done(refuse(550)) : done()),
  });
  const notice = letter('ap@acme.example', 'Notice');
  const to = [{ email: 'ap@acme.example' }, { email: 'gone@acme.example' }];
  await room.write({ ...notice, payload: { ...notice.payload, to } as typeof notice.payload });
  await room.start({ mail }).drain();
  expect(room.settled[0]?.outcome).toMatchObject({
    state: 'sent',
    result: { rejected: ['gone@acme.example'], unknown: ['gone@acme.example'] },
  });
});

test('a mail that the server refuses after it was handed over has failed', async () => {
  const room = await postRoom();
  const { mail } = await mailServer({
    onData(stream, _session, done) {
      stream.on('end', () => done(refuse(554)));
      stream.resume();
    },
  });
  await room.write(letter('ap@acme.example', 'Notice'));
  await room.start({ mail }).drain();
  expect(room.settled.map((s) => s.outcome.state)).toEqual(['failed']);
});

test('a connection lost after the mail was handed over: nobody knows, so a person is asked and it is not sent again', async () => {
  const room = await postRoom();
  const { mail, mails } = await vanishingServer();
  await room.write(letter('ap@acme.example', 'Final notice'));
  const delivery = room.start({ mail });
  await delivery.drain();
  await delivery.drain();
  expect(mails()).toBe(1);
  expect(room.settled.map((s) => s.outcome.state)).toEqual(['unsure']);
});

test('without a mail server the item fails and says so', async () => {
  const room = await postRoom();
  await room.write(letter('ap@acme.example', 'Notice'));
  await room.start().drain();
  expect(room.settled.map((s) => s.outcome)).toEqual([
    { state: 'failed', why: 'no mail server is configured' },
  ]);
});

test('whoever could not be told that a mail went out is told later, and the mail goes once', async () => {
  const room = await postRoom();
  const { mail, received } = await mailServer();
  let away = true;
  const told: string[] = [];
  const settled: DeliveryOptions['settled'] = async (_tx, _item, { state, result }) => {
    if (away) throw new Error('the database is away');
    told.push(`${state} ${result?.messageId}`);
  };
  await room.write(letter('ap@acme.example', 'Final notice'));
  const delivery = room.start({ mail, settled });
  await delivery.drain();
  expect(await room.stateOf('mail:Final notice')).toBe('sent');
  expect(told).toEqual([]);
  away = false;
  await delivery.drain();
  await room.start({ mail, settled }).drain();
  expect(told).toEqual([`sent ${received[0]?.messageId}`]);
  expect(received).toHaveLength(1);
});

test('a process that starts tells what its predecessor could not', async () => {
  const room = await postRoom();
  const { mail, received } = await mailServer();
  await room.write(letter('ap@acme.example', 'Final notice'));
  const failing = room.start({ mail, settled: () => Promise.reject(new Error('no')) });
  await failing.drain();
  await failing.stop();
  expect(room.settled).toEqual([]);
  await Promise.all([room.start({ mail }).drain(), room.start({ mail }).drain()]);
  expect(room.settled.map((s) => s.outcome.state)).toEqual(['sent']);
  expect(received).toHaveLength(1);
});
