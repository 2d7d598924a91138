import { useMemo } from 'react';
import { Dialog } from 'react-aria-components';
import type { View } from '../api/state.ts';
import { SurfaceProvider } from '../elements/SurfaceProvider.tsx';
import { ModalForm } from './ModalForm.tsx';

interface Props {
  readonly view: View;
  readonly isTop: boolean;
  /** it lies on another one, to which one can go back */
  readonly isPushed: boolean;
  readonly close: (all?: boolean) => void;
}

/** One modal. What is typed in it stays for as long as it is open. */
export function ModalView({ view, ...rest }: Props) {
  const place = useMemo(() => ({ view: view.id }), [view.id]);
  return (
    <Dialog className="modal-dialog">
      <SurfaceProvider place={place} blocks={view.blocks} held={view.state.values} errors={view.errors ?? {}}>
        <ModalForm view={view} place={place} {...rest} />
      </SurfaceProvider>
    </Dialog>
  );
}
