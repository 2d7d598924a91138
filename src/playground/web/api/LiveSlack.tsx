import {
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { type Answer, call } from './call.ts';
import { reuse } from './reuse.ts';
import type { Json, State } from './state.ts';

/** Messages of each channel that are kept in view; older ones are fetched when somebody scrolls to them. */
export const SHOWN = 120;

export interface Slack {
  readonly state: State;
  /** act as another member, on this page alone */
  readonly actAs: (user: string) => void;
  /** a `/client/*` call as the present member */
  readonly act: (name: string, body?: Json) => Promise<Answer>;
  /** the page has lost the playground and is waiting for it */
  readonly away: boolean;
}

const SlackContext = createContext<Slack | undefined>(undefined);

/** What the present member sees and can do; it follows the playground by itself. */
export function useSlack(): Slack {
  const slack = useContext(SlackContext);
  if (!slack) throw new Error('useSlack is for the children of LiveSlack');
  return slack;
}

/** Follows the playground as one member: the one in the address (`?user=`), else the first. */
export function LiveSlack({ children }: { readonly children: ReactNode }) {
  const [user, setUser] = useState(() => new URLSearchParams(location.search).get('user') ?? '');
  const [state, setState] = useState<State>();
  const [away, setAway] = useState(false);

  useEffect(() => {
    const stream = new EventSource(`/client/stream?${new URLSearchParams({ user, limit: String(SHOWN) })}`);
    stream.onmessage = ({ data }) => {
      setAway(false);
      const next = JSON.parse(data) as State;
      startTransition(() => setState((before) => reuse(before, next)));
    };
    stream.onerror = () => setAway(true);
    return () => stream.close();
  }, [user]);

  const actAs = useCallback((next: string) => {
    const url = new URL(location.href);
    url.searchParams.set('user', next);
    history.replaceState(null, '', url);
    setUser(next);
  }, []);

  const me = state?.user ?? user;
  const act = useCallback((name: string, body: Json = {}) => call(name, { user: me, ...body }), [me]);
  const slack = useMemo(() => state && { state, actAs, act, away }, [state, actAs, act, away]);
  if (!slack)
    return (
      <div className="opening">
        <p className="waiting" role="status">
          {away ? 'The playground does not answer.' : 'Opening…'}
        </p>
      </div>
    );
  return <SlackContext value={slack}>{children}</SlackContext>;
}
