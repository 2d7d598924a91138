import type { AppAccess } from './AppAccess.ts';
import { CopyButton } from './CopyButton.tsx';
import { curlFor } from './curlFor.ts';
import type { Entry } from './Entry.ts';
import { prettyJson } from './prettyJson.ts';

interface Props {
  readonly entry: Entry;
  readonly app: AppAccess | undefined;
}

/** The request and the response of one entry, to be read and to be copied. */
export function TrafficDetails({ entry, app }: Props) {
  const curl = app && curlFor(entry, app);
  return (
    <div className="bar-details">
      <div className="bar-copies">
        {curl !== undefined && <CopyButton text={() => curl}>Copy as curl</CopyButton>}
        <CopyButton text={() => JSON.stringify(entry, undefined, 2)}>Copy as JSON</CopyButton>
      </div>
      <Json title="Request" value={entry.request} />
      <Json title="Response" value={entry.response} />
    </div>
  );
}

function Json({ title, value }: { readonly title: string; readonly value: unknown }) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0}>{prettyJson(value) || 'nothing'}</pre>
    </figure>
  );
}
