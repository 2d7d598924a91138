import type { AppAccess } from './AppAccess.ts';
import { curlForDelivery } from './curlForDelivery.ts';
import { curlForMethod } from './curlForMethod.ts';
import type { Entry } from './Entry.ts';

/** A command that does again what this entry was; undefined where curl cannot: sockets, mail, uploads, used-up URLs. */
export function curlFor(entry: Entry, app: AppAccess): string | undefined {
  if (entry.kind === 'api') return curlForMethod(entry, app);
  if (entry.direction === 'out' && app.request_url !== null) {
    return curlForDelivery(entry, app.request_url, app.signing_secret);
  }
  return undefined;
}
