import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Group, Popover } from 'react-aria-components';
import { useZone } from '../people/useZone.ts';
import { ClockMoves } from './ClockMoves.tsx';
import { ClockStatus } from './ClockStatus.tsx';
import { GoToForm } from './GoToForm.tsx';
import { sayInstant } from './sayInstant.ts';
import { useClockMove } from './useClockMove.ts';
import { usePlaygroundNow } from './usePlaygroundNow.ts';

/** The playground's date and time where the present member is, and what moves it. Folded, the time opens the rest. */
export function Clock({ isFolded }: { readonly isFolded: boolean }) {
  const zone = useZone();
  const now = usePlaygroundNow();
  const clock = useClockMove(zone);
  const [isOpen, setOpen] = useState(false);
  const moves = <ClockMoves now={now} zone={zone} {...clock} />;
  const time = (
    <time dateTime={now.toISOString()} className="bar-time" data-moving={clock.isMoving}>
      {sayInstant(now, zone, isFolded)}
    </time>
  );

  return (
    <Group className="bar-clock" aria-label="Clock">
      {!isFolded && time}
      {!isFolded && moves}
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <Button
          className="bar-button"
          aria-label={isFolded ? `Clock: ${sayInstant(now, zone, true)}` : 'Go to a time'}
        >
          {isFolded ? time : 'Go to…'}
        </Button>
        <Popover className="bar-popover" placement="bottom">
          <Dialog className="bar-clock-dialog" aria-label="Move the clock">
            {isFolded && <div className="bar-clock-moves">{moves}</div>}
            <GoToForm now={now} zone={zone} {...clock} onGone={() => setOpen(false)} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <ClockStatus {...clock} />
    </Group>
  );
}
