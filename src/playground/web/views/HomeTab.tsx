import { useSlack } from '../api/LiveSlack.tsx';
import { Blocks } from '../blocks/Blocks.tsx';

/** The app's Home tab as it was published for the present member. */
export function HomeTab() {
  const { home } = useSlack().state;
  return home ? <Blocks blocks={home.blocks} place={{ view: home.id }} /> : <p>Nothing is here yet.</p>;
}
