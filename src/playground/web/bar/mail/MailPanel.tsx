import './mail.css';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { MailList } from './MailList.tsx';
import { MailView } from './MailView.tsx';
import type { Mailbox } from './useMailbox.ts';

/** What the app has mailed: the list, newest first, and the one that is open. */
export function MailPanel({ mails, fresh, look }: Mailbox) {
  const [openId, setOpenId] = useState<string>();
  const open = mails.find(({ id }) => id === openId);
  if (mails.length === 0) {
    return (
      <p className="bar-empty">
        The app has sent no mail yet. Whatever it sends stays on this machine and is listed here.
      </p>
    );
  }
  return (
    <div className="bar-mail" data-open={open !== undefined}>
      <div className="bar-mail-list">
        {fresh.size > 0 && (
          <Button className="bar-quiet-button" onPress={() => look([...fresh])}>
            Mark all {fresh.size} as looked at
          </Button>
        )}
        <MailList
          mails={mails}
          fresh={fresh}
          openId={openId}
          onOpen={(id) => {
            setOpenId(id);
            look([id]);
          }}
        />
      </div>
      {open ? (
        <MailView key={open.id} mail={open} onBack={() => setOpenId(undefined)} />
      ) : (
        <p className="bar-empty bar-mail-none">Choose a mail to read it.</p>
      )}
    </div>
  );
}
