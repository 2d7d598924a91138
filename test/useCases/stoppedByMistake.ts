import { buttonsOf } from '../support/wordsOf.ts';
import type { NoticeTeam } from './notices/noticeTeam.ts';

/** Colin stops Acme, whom he takes for somebody else; `meanwhile` it is stopped; then Marta ends it as recorded wrongly. */
export async function stoppedByMistake(team: NoticeTeam, meanwhile: () => Promise<void>): Promise<void> {
  const { colin, marta } = team.person;
  await colin.command('stop acme asks us to cease all contact');
  await colin.submit();
  await colin.close();
  await team.settle();
  await meanwhile();
  await team.move({ advance: 'PT5M' });
  await marta.command('stop acme');
  const shown = await marta.view();
  await marta.click(shown, 'end_condition', { value: buttonsOf(shown, 'end_condition')[0] });
  await marta.submit({ how: { selected_option: 'wrong' }, reason: { value: 'It was another customer' } });
  await marta.close();
  await team.settle();
}
