import type { ButtonHTMLAttributes } from 'react';
import { Spinner } from './Spinner.tsx';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'disabled'> {
  readonly isBusy: boolean;
  readonly look?: string | undefined;
}

/** A button that says when its work is under way. It keeps its focus meanwhile. */
export function PressButton({ isBusy, look, children, onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type="button"
      className={`button ${look ? `button-${look}` : ''}`}
      aria-disabled={isBusy || undefined}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? undefined : onClick}
    >
      <span className="button-text">{children}</span>
      {isBusy && <Spinner />}
    </button>
  );
}
