import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { nextBusinessMorning } from './nextBusinessMorning.ts';
import { sayInstant } from './sayInstant.ts';
import type { ClockMove } from './useClockMove.ts';

interface Props extends Pick<ClockMove, 'isMoving' | 'move'> {
  readonly now: Date;
  readonly zone: string;
}

/** The buttons that move the clock by one step. */
export function ClockMoves({ now, zone, isMoving, move }: Props) {
  const toMorning = () => {
    const morning = nextBusinessMorning(now, zone);
    return move({ to: morning.toISOString() }, `to ${sayInstant(morning, zone)}`);
  };
  return (
    <>
      <Button
        className="bar-button"
        isPending={isMoving}
        onPress={() => move({ advance: 'PT1H' }, 'on by one hour')}
      >
        +1 hour
      </Button>
      <Button
        className="bar-button"
        isPending={isMoving}
        onPress={() => move({ advance: 'P1D' }, 'on by one day')}
      >
        +1 day
      </Button>
      <TooltipTrigger delay={400}>
        <Button className="bar-button" isPending={isMoving} onPress={toMorning}>
          Next business morning
        </Button>
        <Tooltip className="bar-tooltip">
          {sayInstant(nextBusinessMorning(now, zone), zone)}: Monday to Friday, 09:00. This page knows nothing
          of holidays.
        </Tooltip>
      </TooltipTrigger>
    </>
  );
}
