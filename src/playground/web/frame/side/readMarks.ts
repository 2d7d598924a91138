import type { ReadMarks } from './unread.ts';

const listeners = new Set<() => void>();
const known = new Map<string, ReadMarks>();
const NONE: ReadMarks = {};

const keyOf = (user: string) => `playground.read.${user}`;

/** What this browser remembers of how far a member has read. */
export function readMarksOf(user: string): ReadMarks {
  const marks = known.get(user) ?? stored(user);
  known.set(user, marks);
  return marks;
}

/** Remembers that a member has read a channel up to `ts`. */
export function markRead(user: string, channel: string, ts: string): void {
  const before = readMarksOf(user);
  if (before[channel] === ts) return;
  const marks = { ...before, [channel]: ts };
  known.set(user, marks);
  localStorage.setItem(keyOf(user), JSON.stringify(marks));
  for (const listener of listeners) listener();
}

/** Hears of every change, also those made on another page of this browser. */
export function watchReadMarks(listener: () => void): () => void {
  const reread = () => {
    known.clear();
    listener();
  };
  listeners.add(listener);
  addEventListener('storage', reread);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', reread);
  };
}

function stored(user: string): ReadMarks {
  try {
    const marks: unknown = JSON.parse(localStorage.getItem(keyOf(user)) ?? '{}');
    return typeof marks === 'object' && marks !== null ? (marks as ReadMarks) : NONE;
  } catch {
    return NONE;
  }
}
