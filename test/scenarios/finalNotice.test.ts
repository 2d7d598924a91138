import { describe, expect, test } from 'vitest';
import { modes, runningDuly } from '../support/runningDuly.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import {
  aDebtorAtTheFinalNotice,
  askedForApproval,
  atTheFinalNotice,
  decisions,
  request,
  story,
} from './finalNotice.ts';

describe.each(modes)('a debtor reaches the final notice (%s)', (mode) => {
  test('an approver ticks the request, and after the grace window the notice goes out once', async () => {
    const duly = await runningDuly({ mode, books: atTheFinalNotice });
    const asked = await askedForApproval(duly);
    const shown = wordsOf(asked);
    expect(shown).toContain('Acme Ltd');
    expect(shown).toContain('£1,200.00');
    expect(shown).toContain('Jane Miller &lt;jane@acme.example&gt;');
    expect(asked.reactions.map(({ name }) => name).sort()).toEqual(['white_check_mark', 'x']);

    await duly.person.marta.react(asked, 'white_check_mark');
    await duly.move({ advance: 'PT9M' });
    expect(await duly.mails()).toEqual([]); // the grace window is open
    await duly.move({ advance: 'PT2M' });

    const [mail, ...more] = await duly.mails();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['jane@acme.example']); // the person, not the shared mailbox
    expect(mail?.from).toBe('credit@northwind.example');
    expect(mail?.text).toContain('£1,200.00');
    expect(mail?.text).toContain('INV-2044');
    const [pdf] = mail?.attachments ?? [];
    expect(pdf?.type).toBe('application/pdf');
    expect(
      Buffer.from(pdf?.content_base64 ?? '', 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await story(duly)).toMatch(/Approved[\s\S]*Sent to Jane Miller/);

    await duly.move({ advance: 'P3D' });
    expect(await duly.mails()).toHaveLength(1);
    const steps = await duly.db.prisma.stageStep.findMany({ where: { stage: 'final_notice' } });
    expect(steps.map(({ state }) => state)).toEqual(['done']);
  });

  test('the tick taken back in time: nothing is sent', async () => {
    const duly = await runningDuly({ mode, books: atTheFinalNotice });
    const asked = await askedForApproval(duly);
    await duly.person.marta.react(asked, 'white_check_mark');
    await duly.move({ advance: 'PT5M' });
    await duly.person.marta.react(asked, 'white_check_mark', true);
    await duly.move({ advance: 'PT2H' });
    expect(await duly.mails()).toEqual([]);
    expect(await story(duly)).toContain('Stopped in time by Marta Ruiz');
    expect(buttonsOf(await request(duly), 'approval_approve')).toEqual([]); // closed
  });

  test('a cross: nothing is sent, and the owner is told', async () => {
    const duly = await runningDuly({ mode, books: atTheFinalNotice });
    await duly.person.max.react(await askedForApproval(duly), 'x');
    await duly.move({ advance: 'PT2H' });
    expect(await duly.mails()).toEqual([]);
    expect(await story(duly)).toContain('Declined by Max Adler');
    expect(wordsOf(await duly.person.colin.messages())).toContain('Declined by Max Adler');
  });

  test('money that arrives between approval and sending: nothing is sent and the thread says why', async () => {
    const duly = await runningDuly({ mode, books: atTheFinalNotice });
    const asked = await askedForApproval(duly);
    await duly.person.marta.react(asked, 'white_check_mark');
    const booked = await duly.bankBooks([
      { on: '2026-11-23', payer: 'ACME LTD', reference: 'INV-2044', amount: '1.200,00' },
    ]);
    expect(booked.status).toBe('applied');
    await duly.move({ advance: 'PT2H' });
    expect(await duly.mails()).toEqual([]);
    expect(await story(duly)).toMatch(/paid/i);
    expect(wordsOf(await request(duly))).toMatch(/nothing is sent/i);
  });

  test('a tick by somebody who may not approve does nothing but a private note', async () => {
    const duly = await runningDuly({ mode, books: atTheFinalNotice });
    const { person, channels } = duly;
    const asked = await askedForApproval(duly);
    for (const who of [person.vera, person.colin]) {
      await who.react(asked, 'white_check_mark'); // a viewer; then the asker
      const note = await who.last(channels.approvals);
      expect(note.ephemeral).toBe(true);
    }
    await duly.move({ advance: 'PT2H' });
    expect(await decisions(duly)).toEqual([]);
    expect(await duly.mails()).toEqual([]);
    const told = await person.marta.messages(channels.approvals);
    expect(told.filter(({ ephemeral }) => ephemeral)).toEqual([]);
  });

  test('over the limit it takes two approvers', async () => {
    const duly = await runningDuly({
      mode,
      books: (team) =>
        aDebtorAtTheFinalNotice(team, {
          invoices: [{ number: 'INV-2044', due: '2026-09-04', amount: 1_000_001 }],
        }),
    });
    const asked = await askedForApproval(duly);
    await duly.person.marta.react(asked, 'white_check_mark');
    await duly.move({ advance: 'PT1H' });
    expect(await duly.mails()).toEqual([]);
    await duly.person.max.click(await request(duly), 'approval_approve');
    await duly.move({ advance: 'PT11M' });
    expect(await duly.mails()).toHaveLength(1);
    expect(await decisions(duly)).toEqual(['approve by Marta Ruiz', 'approve by Max Adler']);
  });
});
