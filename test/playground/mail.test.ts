import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { personAt } from './support/person.ts';
import { ANNA, startWorkspace } from './support/workspace.ts';

let slack: Playground;
beforeEach(async () => {
  slack = await startWorkspace();
});
afterEach(() => slack.stop());

const letter = {
  from: '"Rooms" <rooms@office.example>',
  to: ['anna@office.example', 'bob@office.example'],
  subject: 'Raum “Blau” frei — größer',
  text: 'Guten Tag',
  html: '<p>Guten Tag</p>',
  messageId: '<key-1@office.example>',
  headers: { 'X-Key': 'k1' },
  attachments: [{ filename: 'plan.pdf', content: Buffer.from('%PDF-1.7 plan') }],
};

it('keeps what the app mailed, whole', async () => {
  const transport = createTransport(slack.smtpUrl);
  await transport.sendMail(letter);
  transport.close();
  const [mail, ...others] = await personAt(slack, ANNA).mail();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    id: expect.any(String),
    from: 'rooms@office.example',
    to: ['anna@office.example', 'bob@office.example'],
    subject: letter.subject,
    message_id: letter.messageId,
    attachments: [{ filename: 'plan.pdf', type: 'application/pdf', size: 13 }],
  });
  expect(mail?.at).toMatch(/^2026-03-02T09:/);
  expect(mail?.text.trim()).toBe('Guten Tag');
  expect(mail?.html.trim()).toBe('<p>Guten Tag</p>');
  expect(Buffer.from(mail?.attachments[0]?.content_base64 ?? '', 'base64').toString()).toBe('%PDF-1.7 plan');
});

it('refuses mail for now or for good on demand', async () => {
  const anna = personAt(slack, ANNA);
  const transport = createTransport(slack.smtpUrl);
  await anna.post('faults', { kind: 'mail_busy' });
  await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 451 });
  await anna.post('faults', { kind: 'mail_reject' });
  await expect(transport.sendMail(letter)).rejects.toMatchObject({ responseCode: 550 });
  await transport.sendMail(letter);
  transport.close();
  expect(await anna.mail()).toHaveLength(1);
});
