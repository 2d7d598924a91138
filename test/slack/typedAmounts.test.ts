import { expect, it } from 'vitest';
import { acme } from '../useCases/calls/callTeam.ts';
import { noticeTeam } from '../useCases/notices/noticeTeam.ts';

it('an amount that cannot be taken as it was typed is asked for, and never replaced by what is overdue', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin, fiona } = team.person;
  const open = async (who: typeof colin, words: string) => {
    await who.command(words);
    const amount = (await who.view()).blocks?.find((block) => block.block_id === 'amount');
    await who.close();
    return JSON.stringify(amount);
  };
  for (const [who, words] of [
    [fiona, 'paid acme €100'],
    [colin, 'promise acme EUR 100 friday'],
    [colin, 'plan acme 100 euros'],
    [colin, 'log acme promised 100,00 € by friday'],
  ] as const) {
    const amount = await open(who, words);
    expect(amount, words).toContain('You typed €100.00, and nothing is owed in EUR. How much is it in GBP?');
    expect(amount, words).not.toContain('initial_value');
  }
  for (const typed of ['-5', '0', '1e9']) {
    const amount = await open(colin, `promise acme ${typed} friday`);
    expect(amount).toContain(`“${typed}” is no amount`);
    expect(amount).not.toContain('initial_value');
  }
  for (const words of ['promise acme', 'promise acme friday', 'log acme promised INV-1 by 30 nov'])
    expect(await open(colin, words), words).toContain('"initial_value":"1284.50"');
  for (const words of ['promise acme 500 friday', 'promise acme for 500 friday', 'paid acme GBP 500'])
    expect(await open(words.startsWith('paid') ? fiona : colin, words), words).toContain(
      '"initial_value":"500.00"',
    );
});
