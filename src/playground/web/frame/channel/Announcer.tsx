import { useState } from 'react';
import type { Message } from '../../api/state.ts';
import { plainText } from '../message/plainText.ts';
import { useViewer } from '../person/ViewerProvider.tsx';

/** Reads out what others write while the list is open. */
export function Announcer({ messages }: { readonly messages: readonly Message[] }) {
  const { me, people } = useViewer();
  const last = messages.at(-1)?.ts ?? '';
  const [seen, setSeen] = useState(last);
  const [text, setText] = useState('');
  if (last > seen) {
    const fresh = messages.filter(({ ts, user }) => ts > seen && user !== me);
    setSeen(last);
    if (fresh.length > 0) {
      setText(fresh.map((m) => `${people.get(m.user)?.name ?? ''}: ${plainText(m.text, people)}`).join('. '));
    }
  }
  return (
    <div className="visually-hidden" aria-live="polite">
      {text}
    </div>
  );
}
