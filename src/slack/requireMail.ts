import { DulyError } from '../core/DulyError.ts';
import type { SlackDeps } from './SlackDeps.ts';

/** Throws DulyError `no_mail_server` where nothing can be mailed: what is asked for then would fail later, unseen. */
export function requireMail({ mails }: Pick<SlackDeps, 'mails'>): void {
  if (mails) return;
  throw new DulyError(
    'no_mail_server',
    'SMTP_URL is not set',
    'Nothing was sent or asked for: no mail server is set up. Whoever runs Duly can set SMTP_URL.',
  );
}
