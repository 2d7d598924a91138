import { useCallback, useEffect, useState } from 'react';

const KEY = 'playground.mail.lookedAt';

function kept(): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(ids) ? ids.map(String) : []);
  } catch {
    return new Set();
  }
}

/** The mails that somebody has opened in this browser, and how to say that some more were. */
export function useLookedAt(): [lookedAt: ReadonlySet<string>, look: (ids: readonly string[]) => void] {
  const [lookedAt, setLookedAt] = useState(kept);
  useEffect(() => {
    const follow = () => setLookedAt(kept());
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  const look = useCallback((ids: readonly string[]) => {
    const all = new Set([...kept(), ...ids]);
    localStorage.setItem(KEY, JSON.stringify([...all]));
    setLookedAt(all);
  }, []);
  return [lookedAt, look];
}
