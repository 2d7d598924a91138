import type { ReactNode } from 'react';
import { safeUrl } from './safeUrl.ts';

/** A link out of the page, in a tab of its own; an address that must not be opened is only text. */
export function Link({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const href = safeUrl(url);
  if (href === undefined) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className="link">
      {children}
    </a>
  );
}
