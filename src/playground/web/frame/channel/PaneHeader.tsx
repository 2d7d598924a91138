import type { ReactNode } from 'react';
import { Icon } from '../Icon.tsx';
import { useRoute } from '../route/RouteProvider.tsx';
import { useNarrow } from '../useNarrow.ts';

/** What a pane shows; on a phone with the way back to the list of channels. */
export function PaneHeader({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
}) {
  const { go } = useRoute();
  const narrow = useNarrow();
  return (
    <header className="pane-header">
      {narrow && (
        <button
          type="button"
          className="icon-button"
          aria-label="Back to the channels"
          onClick={() => go({})}
        >
          <Icon name="back" />
        </button>
      )}
      <h1 className="pane-title">{title}</h1>
      {children}
    </header>
  );
}
