/** The kinds of prompts that ask a member to send the customer something. */
export const asksToWrite: readonly string[] = ['reminder', 'promise_reminder', 'terms_reminder', 'notice'];
