import { useState } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import { Icon } from '../Icon.tsx';

/** What Slack says when the app did not respond; it goes with the next thing that works, or when put away. */
export function Trouble() {
  const { trouble, views } = useSlack().state;
  const [putAway, setPutAway] = useState<string | null>(null);
  if (trouble !== putAway && putAway !== null) setPutAway(null);
  const shown = views.length === 0 && trouble !== putAway ? trouble : null;
  return (
    <div role="alert" className="app-trouble">
      {shown && (
        <p>
          {shown}
          <button type="button" aria-label="Put away" onClick={() => setPutAway(trouble)}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
