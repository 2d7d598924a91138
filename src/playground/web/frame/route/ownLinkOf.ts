import type { MouseEvent } from 'react';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The address of the channel or message that a plain click on a link asks for, if it is one of this page. */
export function ownLinkOf(event: MouseEvent): URL | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || !URL.canParse(link.href)) return undefined;
  const url = new URL(link.href);
  // The app knows the playground as 127.0.0.1, the visitor perhaps as localhost.
  const sameHost =
    url.host === location.host ||
    (url.port === location.port && LOOPBACK.test(url.hostname) && LOOPBACK.test(location.hostname));
  return sameHost && url.pathname.startsWith('/archives/') ? url : undefined;
}
