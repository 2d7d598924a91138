import { type DragEvent, type ReactNode, useState } from 'react';
import type { Channel } from '../../api/state.ts';
import { useUpload } from '../composer/useUpload.ts';

/** Files dropped here are shared in the channel. */
export function FileDrop(props: { channel: Channel; label: string; children: ReactNode }) {
  const { channel, label, children } = props;
  const [over, setOver] = useState(false);
  const { upload, busy } = useUpload(channel.id);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files') && !channel.is_archived;
  const drag = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent<HTMLElement>) => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
  };
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(false);
    void upload([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a convenience for the mouse; the menu of the composer does the same
    <div className="drop" onDragEnter={drag} onDragOver={drag} onDragLeave={leave} onDrop={drop}>
      {children}
      {over && <div className="drop-here">Share in {label}</div>}
      <div role="status" className="visually-hidden">
        {busy ? 'Sharing the file' : ''}
      </div>
    </div>
  );
}
