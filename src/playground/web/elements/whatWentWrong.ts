import type { Answer } from '../api/call.ts';

/** What a person reads when the app, named `app`, did not take what they did; undefined when it did. */
export function whatWentWrong(answer: Answer, app: string): string | undefined {
  if (answer.ok || answer.error === 'invalid_input') return undefined;
  switch (answer.error) {
    case 'operation_timeout':
      return `${app} isn’t responding. Try again?`;
    case 'playground_unreachable':
      return 'The playground does not answer. Try again when it runs.';
    case 'view_not_found':
    case 'not_top_view':
    case 'message_not_found':
    case 'no_such_action':
      return 'This has changed meanwhile.';
    default:
      return `We had some trouble connecting. Try again? (${answer.error ?? 'no reason given'})`;
  }
}
