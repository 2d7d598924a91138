import { useSlack } from '../api/LiveSlack.tsx';
import { formatSlackDate } from './formatSlackDate.ts';
import { Link } from './Link.tsx';
import type { Piece } from './Piece.ts';

/** A moment in the viewer's zone and words. */
export function SlackDate({ timestamp, format, url, fallback }: Extract<Piece, { kind: 'date' }>) {
  const { state } = useSlack();
  const zone = state.users.find(({ id }) => id === state.user)?.tz ?? 'UTC';
  const at = new Date(timestamp * 1000);
  if (Number.isNaN(at.getTime())) return <>{fallback}</>;
  const shown = (
    <time dateTime={at.toISOString()} title={fallback}>
      {formatSlackDate(timestamp, format, { zone, now: new Date(state.now) })}
    </time>
  );
  return url ? <Link url={url}>{shown}</Link> : shown;
}
