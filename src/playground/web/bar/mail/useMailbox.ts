import { useEffect, useMemo, useState } from 'react';
import { read } from '../../api/call.ts';
import { useSlack } from '../../api/LiveSlack.tsx';
import type { MailLine } from './Mail.ts';
import { useLookedAt } from './useLookedAt.ts';

export interface Mailbox {
  /** newest first */
  readonly mails: readonly MailLine[];
  /** ids of those that nobody has opened in this browser */
  readonly fresh: ReadonlySet<string>;
  readonly look: (ids: readonly string[]) => void;
}

/** What the app has mailed; it follows by itself. */
export function useMailbox(): Mailbox {
  const { state } = useSlack();
  const [mails, setMails] = useState<readonly MailLine[]>([]);
  const [lookedAt, look] = useLookedAt();

  useEffect(() => {
    // The number alone tells that something came.
    if (state.mails === 0) return setMails([]);
    let isStale = false;
    read<MailLine[]>('mail', { brief: 'true' }).then(
      (list) => {
        if (!isStale) setMails(list.toReversed());
      },
      () => undefined,
    );
    return () => {
      isStale = true;
    };
  }, [state.mails]);

  return useMemo(() => {
    const fresh = new Set(mails.map(({ id }) => id).filter((id) => !lookedAt.has(id)));
    return { mails, fresh, look };
  }, [mails, lookedAt, look]);
}
