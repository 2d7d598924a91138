import { expect, it } from 'vitest';
import { aDebtor } from '../../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../../support/dulyInPlayground.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';

const jane = {
  ...{ name: 'Jane Miller', role: 'payables', email: 'jane@acme.example' },
  ...{ phone: '+44 20 7946 0000', mobile: '+44 7700 900123' },
};

/** Acme, seven days late on Monday 23 November: Colin is asked to remind them politely. */
async function chased(about: Record<string, unknown> = {}, contact: Record<string, unknown> = {}) {
  const team = await dulyInPlayground({ working: true, start: '2026-11-23T08:30:00Z' });
  const { id } = await aDebtor(team.db, team.workspaceId, {
    ...{ name: 'Acme', ownerId: team.member.colin, contacts: [{ ...jane, ...contact }] },
    invoices: [{ number: 'INV-1', due: '2026-11-16', amount: 84_000 }],
    ...about,
  } as Parameters<typeof aDebtor>[2]);
  await team.move({ to: '2026-11-23T09:30:00Z' });
  return { team, id };
}

async function prompt({ person }: DulyInPlayground) {
  const found = (await person.colin.messages()).findLast((message) =>
    wordsOf(message).includes('Polite reminder: Acme'),
  );
  if (!found) throw new Error('no polite reminder is asked for');
  return found;
}

it('a polite reminder shows the mobile, what to write in a text message, and logs it as sent in one step', async () => {
  const { team } = await chased();
  const { colin } = team.person;
  const asked = await prompt(team);
  expect(wordsOf(asked)).toContain('Jane Miller, +44 7700 900123; Writing by text; allowed now');
  expect(wordsOf(asked)).toContain('about invoice 1041');

  await colin.click(asked, 'prompt_texted', { value: buttonsOf(asked, 'prompt_texted')[0] });
  await colin.submit({});
  await team.move({ advance: 'PT2M' });
  const [text] = await team.db.prisma.activity.findMany();
  expect(text).toMatchObject({ kind: 'text', outcome: 'sent', counted: true });
  expect(wordsOf(await prompt(team))).toMatch(/Text message:\* Jane Miller, .*not before 26 Nov 2026/);
});

it.each([
  ['a mobile that does not work', {}, { deadChannels: ['text'] }],
  ['somebody who refused texts', {}, { refusedChannels: ['text'] }],
  ['somebody who wants no contact by telephone or text', {}, { doNotContact: true }],
  ['no mobile', {}, { mobile: null }],
])('nothing is said of a text message to %s', async (_, about, contact) => {
  const { team } = await chased(about, contact);
  const said = (await team.person.colin.messages()).map(wordsOf).join('\n');
  expect(said).toContain('Polite reminder');
  expect(said).not.toMatch(/Text message:|I sent a text/);
});

it('a private individual is asked for a call, and nothing else', async () => {
  const { team } = await chased({ kind: 'individual' });
  const asked = wordsOf(await prompt(team));
  expect(asked).toContain('Could you please call me back');
  expect(asked).not.toContain('about invoice 1041');
});
