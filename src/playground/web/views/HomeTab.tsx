import { useMemo } from 'react';
import { useSlack } from '../api/LiveSlack.tsx';
import type { View } from '../api/state.ts';
import { Blocks } from '../blocks/Blocks.tsx';
import { SurfaceProvider } from '../elements/SurfaceProvider.tsx';
import './HomeTab.css';

/** The app's Home tab as it was published for the present member. */
export function HomeTab() {
  const { home } = useSlack().state;
  return home ? <Home key={home.id} view={home} /> : <p className="home-empty">Nothing is here yet.</p>;
}

function Home({ view }: { readonly view: View }) {
  const place = useMemo(() => ({ view: view.id }), [view.id]);
  return (
    <SurfaceProvider place={place} blocks={view.blocks} held={view.state.values}>
      <div className="home">
        <Blocks blocks={view.blocks} place={place} />
      </div>
    </SurfaceProvider>
  );
}
