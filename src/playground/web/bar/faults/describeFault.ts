import type { Fault } from './Fault.ts';
import { FAULT_GROUPS } from './faultKinds.ts';

/** An armed fault in words: `Be slow: chat.postMessage, 1000 ms, 2 times`. */
export function describeFault({ kind, method, ms, error, times }: Fault): string {
  const known = FAULT_GROUPS.flatMap(({ kinds }) => kinds).find((one) => one.kind === kind);
  const isMail = kind.startsWith('mail_');
  const details = [
    method ?? (isMail ? undefined : 'any'),
    ms === undefined ? undefined : `${ms} ms`,
    error,
    times === 'always' ? 'every time' : times === 1 ? 'once' : `${times} times`,
  ];
  return `${known?.title ?? kind}: ${details.filter((part) => part !== undefined).join(', ')}`;
}
