import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet at the side of the page. Esc, a click beside it and its button close it; focus returns to where it was. */
export function Panel({ title, isOpen, onClose, children }: Props) {
  return (
    <ModalOverlay
      className="bar-overlay"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="bar-sheet">
        <Dialog className="bar-panel">
          <div className="bar-panel-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button className="bar-close" aria-label={`Close ${title}`} onPress={onClose}>
              ✕
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
