import { Button } from 'react-aria-components';
import { describeFault } from './describeFault.ts';
import type { Fault } from './Fault.ts';

interface Props {
  readonly faults: readonly Fault[];
  readonly rate_limits: 'auto' | 'on' | 'off';
  readonly onClear: () => void;
}

/** What is still to go wrong, and the way to end it all. */
export function ArmedFaults({ faults, rate_limits, onClear }: Props) {
  const lines = faults.map(describeFault);
  if (rate_limits !== 'auto') lines.push(`Rate limits: ${rate_limits === 'on' ? 'always on' : 'off'}`);
  return (
    <section className="bar-armed">
      <h3>Armed now</h3>
      {lines.length === 0 ? (
        <p className="bar-hint">Nothing: all goes as it should.</p>
      ) : (
        <>
          <ul>
            {lines.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two alike may be armed
              <li key={n}>{line}</li>
            ))}
          </ul>
          <Button className="bar-quiet-button" onPress={onClear}>
            Clear all
          </Button>
        </>
      )}
    </section>
  );
}
