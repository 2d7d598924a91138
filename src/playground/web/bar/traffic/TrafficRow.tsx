import { memo, useState } from 'react';
import type { AppAccess } from './AppAccess.ts';
import type { Entry } from './Entry.ts';
import { outcomeOf } from './outcomeOf.ts';
import { sayMoment } from './sayMoment.ts';
import { TrafficDetails } from './TrafficDetails.tsx';
import { DIRECTIONS, KINDS } from './words.ts';

interface Props {
  readonly entry: Entry;
  readonly app: AppAccess | undefined;
  readonly zone: string;
}

/** One call or delivery; opened, it shows what was asked and answered. */
export const TrafficRow = memo(function TrafficRow({ entry, app, zone }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { isGood, text } = outcomeOf(entry);
  const { direction, kind, name, ms } = entry;
  return (
    <li>
      <button
        type="button"
        className="bar-traffic-line"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="bar-hint">{sayMoment(entry.at, zone)}</span>
        <span className="bar-direction" data-direction={direction}>
          {DIRECTIONS[direction]}
        </span>
        <span className="bar-kind">{KINDS[kind] ?? kind}</span>
        <span className="bar-name">{name || '–'}</span>
        <span className="bar-ms">{ms} ms</span>
        <span className="bar-outcome" data-good={isGood}>
          {isGood ? text : `✗ ${text}`}
        </span>
      </button>
      {isOpen && <TrafficDetails entry={entry} app={app} />}
    </li>
  );
});
