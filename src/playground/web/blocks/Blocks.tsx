import { useContext } from 'react';
import type { Block, Place } from '../api/state.ts';
import { SurfaceContext } from '../elements/Surface.ts';
import { SurfaceProvider } from '../elements/SurfaceProvider.tsx';
import { BlockList } from './BlockList.tsx';

interface Props {
  readonly blocks: readonly Block[];
  readonly place: Place;
}

/** Draws Block Kit as Slack does, and does what its elements ask for. Those of a view stand in its surface already. */
export function Blocks({ blocks, place }: Props) {
  const around = useContext(SurfaceContext);
  if (around && 'view' in place && 'view' in around.place && around.place.view === place.view) {
    return <BlockList blocks={blocks} />;
  }
  return (
    <SurfaceProvider place={place} blocks={blocks}>
      <BlockList blocks={blocks} />
    </SurfaceProvider>
  );
}
