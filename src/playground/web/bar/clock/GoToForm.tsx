import { type FormEvent, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { clockError } from './clockError.ts';
import { sayInstant } from './sayInstant.ts';
import type { ClockMove } from './useClockMove.ts';
import { fromWallClock, toWallClock } from './wallClock.ts';

interface Props extends Pick<ClockMove, 'isMoving' | 'move'> {
  readonly now: Date;
  readonly zone: string;
  readonly onGone: () => void;
}

/** A field for any later instant. What is past is refused with a sentence. */
export function GoToForm({ now, zone, isMoving, move, onGone }: Props) {
  const [text, setText] = useState(() => toWallClock(now, zone));
  const [problem, setProblem] = useState('');
  const id = useId();

  const go = (event: FormEvent) => {
    event.preventDefault();
    const target = fromWallClock(text, zone);
    if (!target) return setProblem('Give a whole date and time.');
    if (target <= now) return setProblem(clockError('clock_moves_forward_only'));
    void move({ to: target.toISOString() }, `to ${sayInstant(target, zone)}`);
    onGone();
  };

  return (
    <form className="bar-go-to" onSubmit={go} noValidate>
      <label htmlFor={id}>Go to (time in {zone})</label>
      <input
        id={id}
        className="bar-field"
        type="datetime-local"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setProblem('');
        }}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
      />
      <p id={`${id}-problem`} role="alert" className="bar-problem">
        {problem}
      </p>
      <Button type="submit" className="bar-strong-button" isPending={isMoving}>
        Go
      </Button>
    </form>
  );
}
