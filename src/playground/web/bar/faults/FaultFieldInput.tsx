import { useState } from 'react';
import type { FaultField } from './faultKinds.ts';

/** One field of a fault's form. */
export function FaultFieldInput({
  field,
  ms,
}: {
  readonly field: FaultField;
  readonly ms: number | undefined;
}) {
  switch (field) {
    case 'method':
      return <TextField label="Only this method" name="method" placeholder="any, or e.g. chat.postMessage" />;
    case 'event':
      return <TextField label="Only this event" name="method" placeholder="any, or e.g. reaction_added" />;
    case 'error':
      return <TextField label="Error" name="error" placeholder="fatal_error" />;
    case 'ms':
      return (
        <label>
          Milliseconds
          <input
            className="bar-field"
            name="ms"
            type="number"
            min={0}
            max={600_000}
            placeholder={String(ms)}
          />
        </label>
      );
    case 'times':
      return <TimesField />;
    case 'reason':
      return (
        <label>
          Disconnect frame
          <select className="bar-field" name="reason">
            <option value="">none</option>
            <option>warning</option>
            <option>refresh_requested</option>
            <option>link_disabled</option>
          </select>
        </label>
      );
  }
}

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly placeholder: string;
}

function TextField({ label, name, placeholder }: TextFieldProps) {
  return (
    <label>
      {label}
      <input
        className="bar-field"
        name={name}
        placeholder={placeholder}
        autoCapitalize="off"
        spellCheck={false}
      />
    </label>
  );
}

function TimesField() {
  const [isAlways, setAlways] = useState(false);
  return (
    <>
      <label>
        How often
        <input className="bar-field" name="times" type="number" min={1} placeholder="1" disabled={isAlways} />
      </label>
      <label className="bar-check">
        <input
          type="checkbox"
          name="always"
          checked={isAlways}
          onChange={({ target }) => setAlways(target.checked)}
        />
        every time
      </label>
    </>
  );
}
