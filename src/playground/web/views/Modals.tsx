import { useRef } from 'react';
import { Modal, ModalOverlay } from 'react-aria-components';
import { useSlack } from '../api/LiveSlack.tsx';
import { ModalView } from './ModalView.tsx';
import './Modals.css';

/**
 * The stack of modals that the present member has open; nothing where there is none. All of them stay as they are, only the
 * top one is shown and can be used.
 */
export function Modals() {
  const { state, act } = useSlack();
  const closing = useRef(new Set<string>());
  const { views } = state;
  const top = views.at(-1);
  if (!top) return null;
  const close = async (all = false) => {
    if (closing.current.has(top.id)) return;
    closing.current.add(top.id);
    await act('close', { view: top.id, ...(all ? { all } : {}) });
    closing.current.delete(top.id);
  };
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(isOpen) => !isOpen && void close()}>
      <Modal className="modal">
        {views.map((view, depth) => (
          <div key={view.id} className="modal-layer" hidden={view !== top}>
            <ModalView view={view} isTop={view === top} isPushed={depth > 0} close={close} />
          </div>
        ))}
      </Modal>
    </ModalOverlay>
  );
}
