import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { personAt } from './support/person.ts';
import { ANNA, BOB, clientFor, FLOOR, startWorkspace } from './support/workspace.ts';

let slack: Playground;
beforeEach(async () => {
  slack = await startWorkspace();
});
afterEach(() => slack.stop());
const get = (path: string) => personAt(slack, ANNA).get(path);
const traffic = async (query = '') =>
  z.array(z.looseObject({ n: z.number(), name: z.string() })).parse(await get(`traffic${query}`));
const state = async () =>
  z
    .object({ mails: z.number(), moving: z.boolean(), users: z.array(z.looseObject({})) })
    .parse(await get('state'));
const post = (text: string) => clientFor(slack).chat.postMessage({ channel: FLOOR, text });

describe('traffic', () => {
  it('can be followed: what came after an entry, and nothing when nothing came', async () => {
    await post('one');
    const last = (await traffic()).at(-1)?.n ?? 0;
    expect(await traffic(`?after=${last}`)).toEqual([]);
    await post('two');
    const since = await traffic(`?after=${last}`);
    expect(since.map((entry) => entry.name)).toContain('chat.postMessage');
    expect(since.every((entry) => entry.n > last)).toBe(true);
    expect(await traffic('?after=0')).toEqual(await traffic());
  });

  it('goes on counting where another playground has stopped', async () => {
    await post('before');
    const last = (await traffic()).at(-1)?.n;
    await slack.stop();
    slack = await startWorkspace();
    await post('after');
    expect((await traffic(`?after=${last}`)).length).toBeGreaterThan(0);
  });
});

describe('mail', () => {
  const attachments = [
    { filename: 'Plan “Süd”.pdf', content: Buffer.from('%PDF-1.7 plan') },
    { filename: "it's.html", content: '<script>parent.alert(1)</script>' },
  ];
  const send = async () => {
    const transport = createTransport(slack.smtpUrl);
    const letter = { from: 'rooms@office.example', to: 'anna@office.example', subject: 'Room', text: 'Hi' };
    await transport.sendMail({ ...letter, html: '<p>Hallo, größer</p>', attachments });
    transport.close();
    const [mail] = z.array(z.looseObject({ id: z.string() })).parse(await get('mail?brief=true'));
    if (!mail) throw new Error('no mail came');
    return mail;
  };
  const open = (path: string) => fetch(`${slack.url}/client/mail/${path}`);

  it('is counted in the state, and listed without its bodies', async () => {
    expect((await state()).mails).toBe(0);
    const mail = await send();
    expect((await state()).mails).toBe(1);
    expect(mail).toEqual({
      id: mail.id,
      at: expect.any(String),
      from: 'rooms@office.example',
      to: ['anna@office.example'],
      subject: 'Room',
      message_id: expect.any(String),
      attachments: [
        { filename: 'Plan “Süd”.pdf', type: 'application/pdf', size: 13 },
        { filename: "it's.html", type: 'text/html', size: 32 },
      ],
    });
    expect(await get(`mail/${mail.id}`)).toMatchObject({ text: expect.stringMatching(/^Hi\s*$/) });
    expect(JSON.stringify(await get(`mail/${mail.id}`))).not.toContain('content_base64');
  });

  it('is shown by a browser, part by part, and runs nothing', async () => {
    const { id } = await send();
    const html = await open(`${id}/html`);
    expect((await html.text()).trim()).toBe('<p>Hallo, größer</p>');
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox$/);
    const pdf = await open(`${id}/0`);
    expect(await pdf.text()).toBe('%PDF-1.7 plan');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toBe(
      "inline; filename*=UTF-8''Plan%20%E2%80%9CS%C3%BCd%E2%80%9D.pdf",
    );
    const page = await open(`${id}/1`);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox$/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''it%27s.html");
  });

  it('that is not there is said to be missing', async () => {
    const { id } = await send();
    expect(await get('mail/M0')).toEqual({ ok: false, error: 'mail_not_found' });
    for (const part of ['2', '-1', '0x0', 'length'])
      expect(await get(`mail/${id}/${part}`)).toEqual({ ok: false, error: 'attachment_not_found' });
  });
});

it('tells what is armed to go wrong', async () => {
  const anna = personAt(slack, ANNA);
  expect(await get('faults')).toEqual({ ok: true, faults: [], rate_limits: 'auto' });
  await anna.post('faults', { kind: 'drop', method: 'chat.postMessage', times: 2 });
  await anna.post('faults', { kind: 'rate_limits_off' });
  expect(await get('faults')).toEqual({
    ok: true,
    faults: [{ kind: 'drop', method: 'chat.postMessage', times: 2 }],
    rate_limits: 'off',
  });
  await expect(post('lost')).rejects.toThrow();
  expect(await get('faults')).toMatchObject({ faults: [{ times: 1 }] });
});

it('gives what it takes to speak with the app from a command line', async () => {
  expect(await get('app')).toEqual({
    id: expect.stringMatching(/^A/),
    name: 'Rooms',
    api_url: slack.apiUrl,
    bot_token: slack.botToken,
    app_token: slack.appToken,
    signing_secret: slack.signingSecret,
    request_url: null,
  });
  slack.setRequestUrl('http://127.0.0.1:9/slack/events');
  expect(await get('app')).toMatchObject({ request_url: 'http://127.0.0.1:9/slack/events' });
});

it('says who people are where they say it themselves, and whether the clock is being moved', async () => {
  await slack.stop();
  const users = [
    { id: ANNA, name: 'anna', real_name: 'Anna Berg', tz: 'UTC', title: 'Caretaker' },
    { id: BOB, name: 'bob', real_name: 'Bob Stone', tz: 'UTC' },
  ];
  slack = await startWorkspace({ users, channels: [] });
  const { users: shown, moving } = await state();
  expect(shown).toEqual([
    { id: ANNA, name: 'anna', real_name: 'Anna Berg', tz: 'UTC', title: 'Caretaker' },
    { id: BOB, name: 'bob', real_name: 'Bob Stone', tz: 'UTC' },
  ]);
  expect(moving).toBe(false);
});
