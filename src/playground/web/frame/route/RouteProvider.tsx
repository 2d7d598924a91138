import {
  createContext,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { ownLinkOf } from './ownLinkOf.ts';
import { addressOf, type Route, routeOf } from './Route.ts';

interface Navigation {
  readonly route: Route;
  readonly go: (route: Route) => void;
}

const RouteContext = createContext<Navigation | undefined>(undefined);

/** Where the visitor is, and the way elsewhere. */
export function useRoute(): Navigation {
  const navigation = useContext(RouteContext);
  if (!navigation) throw new Error('useRoute is for the children of RouteProvider');
  return navigation;
}

/** Keeps the address and the page together; links to messages open in place, also where an app wrote them. */
export function RouteProvider({ children }: { readonly children: ReactNode }) {
  const [route, setRoute] = useState(() => routeOf(new URL(location.href)));

  useEffect(() => {
    const follow = () => setRoute(routeOf(new URL(location.href)));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const go = useCallback((next: Route) => {
    const address = addressOf(next, new URL(location.href));
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
    setRoute(next);
  }, []);

  const navigation = useMemo(() => ({ route, go }), [route, go]);
  const stayOnPage = (event: MouseEvent) => {
    const url = ownLinkOf(event);
    if (!url) return;
    event.preventDefault();
    go(routeOf(url));
  };
  return (
    <RouteContext value={navigation}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links themselves are what is clicked, by key as well */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className="page" onClick={stayOnPage}>
        {children}
      </div>
    </RouteContext>
  );
}
