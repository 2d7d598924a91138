import type { FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { FaultFieldInput } from './FaultFieldInput.tsx';
import type { FaultKind } from './faultKinds.ts';
import { readFaultForm } from './readFaultForm.ts';

interface Props {
  readonly fault: FaultKind;
  readonly onArm: (body: ReturnType<typeof readFaultForm>) => void;
}

/** One thing that can go wrong: what it does, and how often and where it shall. */
export function FaultForm({ fault, onArm }: Props) {
  const { kind, title, promise, fields } = fault;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onArm(readFaultForm(kind, new FormData(event.currentTarget)));
  };
  return (
    <details className="bar-fault" name="fault">
      <summary>
        {title} <span className="bar-hint">{promise}</span>
      </summary>
      <form onSubmit={submit} aria-label={title}>
        {fields.map((field) => (
          <FaultFieldInput key={field} field={field} ms={fault.ms} />
        ))}
        <Button type="submit" className="bar-strong-button">
          {kind === 'close_socket' ? 'Close now' : 'Arm'}
        </Button>
      </form>
    </details>
  );
}
