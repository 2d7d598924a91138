import { useSlack } from '../api/LiveSlack.tsx';

/** The stack of modals that the present member has open; nothing where there is none. */
export function Modals() {
  const { state } = useSlack();
  return state.views.length === 0 ? null : <p>{state.views.at(-1)?.title?.text}</p>;
}
