import { useSlack } from '../../api/LiveSlack.tsx';

/** The present member's time zone. */
export function useZone(): string {
  const { state } = useSlack();
  return state.users.find(({ id }) => id === state.user)?.tz ?? 'UTC';
}
