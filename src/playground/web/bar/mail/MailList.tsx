import { Button } from 'react-aria-components';
import { sayInstant } from '../clock/sayInstant.ts';
import { useZone } from '../people/useZone.ts';
import type { MailLine } from './Mail.ts';

interface Props {
  readonly mails: readonly MailLine[];
  readonly fresh: ReadonlySet<string>;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** One line a mail, newest first; those not looked at stand out. */
export function MailList({ mails, fresh, openId, onOpen }: Props) {
  const zone = useZone();
  return (
    <ol className="bar-lines" aria-label="Mails, newest first">
      {mails.map((mail) => (
        <li key={mail.id}>
          <Button
            className="bar-mail-line"
            aria-current={mail.id === openId}
            data-fresh={fresh.has(mail.id)}
            onPress={() => onOpen(mail.id)}
          >
            <span className="bar-mail-to">
              {fresh.has(mail.id) && <span className="visually-hidden">New: </span>}
              {mail.to.join(', ')}
            </span>
            <span className="bar-mail-subject">{mail.subject || '(no subject)'}</span>
            <span className="bar-hint">
              {sayInstant(new Date(mail.at), zone)}
              {mail.attachments.length > 0 && ` · ${mail.attachments.map((a) => a.filename).join(', ')}`}
            </span>
          </Button>
        </li>
      ))}
    </ol>
  );
}
