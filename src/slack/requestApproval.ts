import { ceaseNoticeMessage } from '../../blocks/accounts/ceaseNoticeMessage.ts';
import { message } from '../../blocks/message.ts';
import type { NoticeAsked } from '../useCases/notices/askForNotice.ts';
import type { Asker } from './Asker.ts';
import type { Answer } from './handlers.ts';
import { readyToRequest } from './readyToRequest.ts';

/** Has a notice asked for and answers with what `ask` says of it. Throws what `readyToRequest` and `ask` throw. */
export async function requestApproval(
  asker: Asker & { readonly answer: Answer },
  ask: () => Promise<NoticeAsked>,
): Promise<void> {
  await readyToRequest(asker);
  const { said, offer } = await ask();
  asker.deps.wake();
  await asker.answer(offer ? ceaseNoticeMessage({ ...offer, said }) : message({ text: said }));
}
