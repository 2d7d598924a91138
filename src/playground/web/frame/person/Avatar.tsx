import type { Person } from './Viewer.ts';
import './avatar.css';

const COLOURS = 8;

/** A person's initials in a colour of their own; names stand beside it, so nobody needs it read out. */
export function Avatar({ id, person, small }: { id: string; person: Person | undefined; small?: boolean }) {
  const name = person?.name ?? '?';
  const colour = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % COLOURS;
  return (
    <span
      aria-hidden="true"
      className={small ? 'avatar avatar-small' : 'avatar'}
      data-colour={person?.isApp ? 'app' : colour}
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '?')][0]?.toUpperCase()).join('');
}
