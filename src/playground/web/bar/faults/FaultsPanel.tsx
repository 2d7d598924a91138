import './faults.css';
import { useState } from 'react';
import type { Json } from '../../api/state.ts';
import { ArmedFaults } from './ArmedFaults.tsx';
import { FaultForm } from './FaultForm.tsx';
import { FAULT_GROUPS } from './faultKinds.ts';
import { useArmedFaults } from './useArmedFaults.ts';

/** Lets things go wrong on purpose, and says what is armed. */
export function FaultsPanel() {
  const { arm, ...armed } = useArmedFaults();
  const [said, setSaid] = useState('');
  const tell = async (body: Json, done: string) => {
    const { ok, error, detail } = await arm(body);
    setSaid(ok ? done : `Not accepted: ${String(detail ?? error)}`);
  };
  return (
    <div className="bar-faults">
      <ArmedFaults {...armed} onClear={() => tell({ clear: true }, 'All cleared.')} />
      <p role="status" className="bar-hint">
        {said}
      </p>
      {FAULT_GROUPS.map(({ title, kinds }) => (
        <section key={title}>
          <h3>{title}</h3>
          {kinds.map((fault) => (
            <FaultForm
              key={fault.kind}
              fault={fault}
              onArm={(body) =>
                tell(body, fault.kind === 'close_socket' ? 'Closed.' : `Armed: ${fault.title}.`)
              }
            />
          ))}
        </section>
      ))}
    </div>
  );
}
