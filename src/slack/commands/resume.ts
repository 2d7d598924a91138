import { accountForm } from './accountForm.ts';

/** The end of pauses before their time. */
export const resume = accountForm('resume', {
  usage: 'resume <debtor>',
  does: 'End a pause: the clock runs again from today.',
  examples: ['resume acme'],
});
