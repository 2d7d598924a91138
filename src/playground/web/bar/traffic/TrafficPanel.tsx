import './traffic.css';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { read } from '../../api/call.ts';
import { useZone } from '../people/useZone.ts';
import type { AppAccess } from './AppAccess.ts';
import { type Filter, matchesFilter } from './matchesFilter.ts';
import { TrafficFilter } from './TrafficFilter.tsx';
import { TrafficRow } from './TrafficRow.tsx';
import { useTraffic } from './useTraffic.ts';

const SHOWN = 300;

/** Every call and delivery, both ways, newest first, as they come. */
export function TrafficPanel() {
  const zone = useZone();
  const entries = useTraffic();
  const [app, setApp] = useState<AppAccess>();
  const [filter, setFilter] = useState<Filter>({ text: '', kind: '', direction: '' });
  const [shown, setShown] = useState(SHOWN);
  const wanted = useDeferredValue(filter);
  const found = useMemo(() => entries?.filter((entry) => matchesFilter(entry, wanted)), [entries, wanted]);

  useEffect(() => {
    read<AppAccess>('app').then(setApp, () => undefined);
  }, []);

  return (
    <div className="bar-traffic">
      <TrafficFilter
        filter={filter}
        onChange={(changed) => {
          setFilter(changed);
          setShown(SHOWN);
        }}
      />
      <p className="bar-hint" role="status">
        {found === undefined ? 'Reading…' : `${found.length} of ${entries?.length ?? 0} entries`}
      </p>
      <ol className="bar-lines bar-traffic-lines" aria-label="Traffic, newest first">
        {found?.slice(0, shown).map((entry) => (
          <TrafficRow key={entry.n} entry={entry} app={app} zone={zone} />
        ))}
      </ol>
      {found && found.length > shown && (
        <Button className="bar-quiet-button" onPress={() => setShown(shown + SHOWN)}>
          Show {Math.min(SHOWN, found.length - shown)} more
        </Button>
      )}
    </div>
  );
}
