import type { Viewer } from '../person/Viewer.ts';

/** `you, Priya Nair and Jonas Weber`. */
export function namesOf(users: readonly string[], { me, people }: Viewer): string {
  const others = users.filter((id) => id !== me).map((id) => people.get(id)?.name ?? id);
  const names = users.includes(me) ? ['you', ...others] : others;
  return new Intl.ListFormat('en-US').format(names);
}
