import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { ClockMove } from './useClockMove.ts';

const SHOWN_MS = 6000;

/** Says below the bar what the clock does and how it ended; a result leaves by itself, a failure stays. */
export function ClockStatus({ isMoving, said, hasFailed, dismiss }: Omit<ClockMove, 'move'>) {
  useEffect(() => {
    if (isMoving || hasFailed || said === '') return;
    const timer = setTimeout(dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isMoving, hasFailed, said, dismiss]);

  return (
    <div className="bar-status" data-shown={said !== ''} data-failed={hasFailed}>
      {isMoving && <span className="bar-spinner" aria-hidden="true" />}
      <span role="status">{said}</span>
      {hasFailed && (
        <Button className="bar-close" aria-label="Dismiss" onPress={dismiss}>
          ✕
        </Button>
      )}
    </div>
  );
}
