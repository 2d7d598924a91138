import { expect, it } from 'vitest';
import { readPdf } from '../../notices/readPdf.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from './noticeTeam.ts';

it('goes out once, with the right figures and letter, ten minutes after a manager ticked it', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team, { amounts: [120_000, 30_050] });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  const words = wordsOf(request);
  expect(words).toContain('Acme Rooms');
  expect(words).toContain('£1,500.50');
  expect(words).toContain('jane@acme.example');
  expect(words).toContain('GB33BUKB20201555555555');
  expect(words).toContain('which may include a formal letter of demand');
  expect(request.reactions.map(({ name }) => name).sort()).toEqual(['white_check_mark', 'x']);

  await team.person.max.react(request, 'white_check_mark');
  expect(await team.mails()).toEqual([]);
  await team.move({ advance: 'PT9M' });
  expect(await team.mails()).toEqual([]);
  await team.move({ advance: 'PT2M' });
  const [mail, ...others] = await team.mails();
  expect(others).toEqual([]);
  expect(mail?.to).toEqual(['jane@acme.example']);
  expect(mail?.text).toContain('£1,500.50');
  expect(mail?.text).toContain('INV-2');
  // asked on Monday 23 November: usable until Friday 27, so that ten days later is Monday 7 December
  expect(mail?.text).toContain('7 December 2026');
  const [letter] = mail?.attachments ?? [];
  expect(letter?.filename).toMatch(/^final-notice-ACME-01.*\.pdf$/);
  const pdf = await readPdf(Buffer.from(letter?.content_base64 ?? '', 'base64'));
  expect(JSON.stringify(pdf)).toContain('1,500.50');

  const step = await team.db.prisma.stageStep.findFirstOrThrow({
    where: { debtorId: acme.id, stage: 'final_notice' },
  });
  expect(step.state).toBe('done');
  expect(step.deadlineOn?.toISOString()).toContain('2026-12-07');
  const history = await team.db.prisma.activity.findMany({ where: { debtorId: acme.id, outcome: 'sent' } });
  expect(history).toMatchObject([{ kind: 'email', counted: true, stepId: step.id }]);
  expect(await team.thread(request)).toContain('Sent to Jane Miller');
  await team.move({ advance: 'P2D' });
  expect(await team.mails()).toHaveLength(1);
});

it('is asked for with the reasons for which its owner was asked', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team, { amounts: [120_000, 30_050] });
  await team.settle();
  const step = await team.db.prisma.stageStep.findFirstOrThrow({ where: { stage: 'final_notice' } });
  const sentences = (step.reasons as { sentence: string }[]).map(({ sentence }) => sentence);
  expect(sentences.length).toBeGreaterThan(2);
  const prompt = (await team.person.colin.messages(team.person.colin.dm)).map(wordsOf).join('\n');
  await click(team, 'colin', 'prompt_ask_approval');
  const request = wordsOf(await team.request());
  expect(request).toContain('*Why, on 23 Nov 2026:*');
  for (const sentence of sentences) {
    expect(prompt).toContain(sentence);
    expect(request).toContain(sentence);
  }

  // rewritten with other figures, it still says why it came to be asked for
  await team.pays(acme, acme.invoiceIds[1] ?? '');
  expect(wordsOf(await team.request())).toContain(sentences[0]);
});

it('does not go out when the tick is taken back in time, and goes back to the owner', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  await team.person.max.react(request, 'white_check_mark');
  await team.move({ advance: 'PT5M' });
  await team.person.max.react(request, 'white_check_mark', true);
  await team.move({ advance: 'PT4H' });
  expect(await team.mails()).toEqual([]);
  expect(wordsOf(await team.request())).toContain('Max Adler');
  const approval = await team.db.prisma.approval.findFirstOrThrow();
  expect(approval.state).toBe('cancelled');
  const again = await team.db.prisma.prompt.findFirst({
    where: { debtorId: acme.id, kind: 'last_call', state: 'open' },
  });
  expect(again?.memberId).toBe(team.member.colin);
});

it('is not sent when the money comes in between approval and sending', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  await team.person.max.react(request, 'white_check_mark');
  await team.pays(acme, acme.invoiceIds[0] ?? '');
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect(await team.thread(request)).toMatch(/paid/i);
  const steps = await team.db.prisma.stageStep.findMany({ where: { stage: 'final_notice' } });
  expect(steps.map(({ state }) => state)).toEqual(['cancelled']);
  expect(buttonsOf(await team.request(), 'approval_approve')).toEqual([]);
});

it('is rewritten in place once when its figures change, and needs a new decision', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team, { amounts: [120_000, 30_050] });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  await team.person.max.react(request, 'white_check_mark');
  await team.pays(acme, acme.invoiceIds[1] ?? '');
  expect(wordsOf(await team.request())).toContain('£1,200.00');
  expect((await team.request()).ts).toBe(request.ts);
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);

  // the old tick is still there: it is not taken for one under the new figures
  await team.person.max.react(request, 'white_check_mark', true);
  await team.person.max.react(request, 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  const mails = await team.mails();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain('£1,200.00');
  expect(mails[0]?.text).not.toContain('INV-2');

  const [first] = await team.db.prisma.approval.findMany();
  expect(first?.rewritten).toBe(true);
});

it('whose signer leaves after the approval needs a new one under the name of whoever signs now', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  await team.person.max.react(request, 'white_check_mark');
  await team.db.prisma.member.update({
    where: { id: team.member.colin },
    data: { leftAt: team.clock.now() },
  });
  await team.move({ advance: 'PT1H' });
  expect(await team.mails()).toEqual([]);
  expect(await team.thread(request)).toContain('who signs now');

  await team.person.max.react(request, 'white_check_mark', true);
  await team.person.max.react(request, 'white_check_mark');
  await team.move({ advance: 'PT11M' });
  const [mail, ...others] = await team.mails();
  expect(others).toEqual([]);
  expect(mail?.text).not.toContain('Colin Shaw');
  expect(mail?.text).toMatch(/Marta|Max/);
});

it('goes back to the owner when its figures change a second time', async () => {
  const team = await noticeTeam();
  const acme = await acmeBeforeFinalNotice(team, { amounts: [120_000, 30_050, 40_000] });
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.pays(acme, acme.invoiceIds[1] ?? '');
  await team.pays(acme, acme.invoiceIds[2] ?? '');
  await team.move({ advance: 'PT1H' });
  const approvals = await team.db.prisma.approval.findMany();
  expect(approvals.map(({ state }) => state)).toEqual(['void']);
  const prompts = await team.db.prisma.prompt.findMany({ where: { kind: 'last_call', state: 'open' } });
  expect(prompts).toHaveLength(1);
  await click(team, 'colin', 'prompt_ask_approval');
  expect(wordsOf(await team.request())).toContain('£1,200.00');
});

it('a ❌ after the tick stops it, and it may be asked again at once; a ❌ on an open request ends it for five business days', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  await team.person.max.react(await team.request(), 'white_check_mark');
  await team.person.marta.react(await team.request(), 'x');
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('cancelled');
  await click(team, 'colin', 'prompt_ask_approval');
  const second = await team.request();
  await team.person.marta.react(second, 'x');
  const [, declined] = await team.db.prisma.approval.findMany({ orderBy: { requestedAt: 'asc' } });
  expect(declined?.state).toBe('declined');
  const told = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'approval_ended' } });
  expect(told.memberId).toBe(team.member.colin);
  await team.move({ to: '2026-11-27T12:00:00Z' });
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(0);
  await team.db.prisma.ledgerImport.updateMany({ data: { asOf: new Date('2026-11-30') } });
  await team.move({ to: '2026-11-30T12:00:00Z' });
  expect(await team.db.prisma.prompt.count({ where: { kind: 'last_call', state: 'open' } })).toBe(1);
  expect(await team.mails()).toEqual([]);
});

it('expires after four business days, unsent, and its owner is told', async () => {
  const team = await noticeTeam();
  await acmeBeforeFinalNotice(team);
  await team.settle();
  await click(team, 'colin', 'prompt_ask_approval');
  const request = await team.request();
  await team.move({ to: '2026-11-27T18:00:00Z' });
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('open');
  await team.move({ to: '2026-11-28T09:00:00Z' });
  expect((await team.db.prisma.approval.findFirstOrThrow()).state).toBe('expired');
  await team.person.max.react(request, 'white_check_mark');
  await team.move({ advance: 'P1D' });
  expect(await team.mails()).toEqual([]);
  expect(await team.db.prisma.prompt.count({ where: { kind: 'approval_ended' } })).toBe(1);
});
