import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { read } from '../../api/call.ts';
import { sayInstant } from '../clock/sayInstant.ts';
import { useZone } from '../people/useZone.ts';
import type { Mail, MailLine } from './Mail.ts';
import { MailParts } from './MailParts.tsx';

interface Props {
  readonly mail: MailLine;
  readonly onBack: () => void;
}

/** One mail: who, when, what about, and its parts. */
export function MailView({ mail, onBack }: Props) {
  const zone = useZone();
  const [whole, setWhole] = useState<Mail>();
  const [isMissing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    heading.current?.focus();
    read<Mail>(`mail/${mail.id}`).then(setWhole, () => setMissing(true));
  }, [mail.id]);

  return (
    <article className="bar-mail-view" aria-label={mail.subject}>
      <Button className="bar-quiet-button bar-back" onPress={onBack}>
        ← All mail
      </Button>
      <h3 ref={heading} tabIndex={-1}>
        {mail.subject || '(no subject)'}
      </h3>
      <dl className="bar-facts">
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>Date</dt>
        <dd>
          {sayInstant(new Date(mail.at), zone)} ({zone})
        </dd>
      </dl>
      {whole && <MailParts mail={whole} />}
      {isMissing && <p role="alert">The mail could not be fetched.</p>}
    </article>
  );
}
