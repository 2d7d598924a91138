import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { spoken } from '../text/spoken.ts';
import { TextObject } from '../text/TextObject.tsx';
import type { Asked } from './useConfirm.ts';
import './ConfirmDialog.css';

/** Slack's "are you sure?". Escape declines. */
export function ConfirmDialog({ confirm, answer }: Asked) {
  const style = confirm.style === 'danger' ? 'button button-danger-filled' : 'button button-primary-filled';
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={() => answer(false)}>
      <Modal className="confirm">
        <Dialog role="alertdialog" className="confirm-body">
          <Heading slot="title" className="confirm-title">
            {confirm.title ? spoken(confirm.title) : 'Are you sure?'}
          </Heading>
          <div className="confirm-text">
            <TextObject text={confirm.text} />
          </div>
          <div className="confirm-buttons">
            <button type="button" className="button" onClick={() => answer(false)}>
              {confirm.deny ? spoken(confirm.deny) : 'Cancel'}
            </button>
            <button type="button" className={style} onClick={() => answer(true)}>
              {confirm.confirm ? spoken(confirm.confirm) : 'Yes'}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
