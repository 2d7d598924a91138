import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { Icon } from '../Icon.tsx';
import './notice.css';

export type Tell = (text: string, tone?: 'fine' | 'problem') => void;

const NoticeContext = createContext<Tell>(() => undefined);
const SHOWN_MS = 4000;

/** Tells the visitor something in passing; a problem stays until it is put away. */
export function useNotice(): Tell {
  return useContext(NoticeContext);
}

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<{ text: string; tone: 'fine' | 'problem' }>();
  const tell = useCallback<Tell>((text, tone = 'fine') => setNotice({ text, tone }), []);

  useEffect(() => {
    if (notice?.tone !== 'fine') return;
    const timer = setTimeout(setNotice, SHOWN_MS, undefined);
    return () => clearTimeout(timer);
  }, [notice]);

  return (
    <NoticeContext value={tell}>
      {children}
      <div role="status" className="notices">
        {notice?.tone === 'fine' && <p className="notice">{notice.text}</p>}
      </div>
      <div role="alert" className="notices">
        {notice?.tone === 'problem' && (
          <p className="notice notice-problem">
            {notice.text}
            <button type="button" aria-label="Put away" onClick={() => setNotice(undefined)}>
              <Icon name="close" />
            </button>
          </p>
        )}
      </div>
    </NoticeContext>
  );
}
