import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from '../Icon.tsx';
import { EmojiPicker } from './EmojiPicker.tsx';

interface Props {
  readonly label: string;
  readonly className?: string;
  readonly onPick: (name: string) => void;
  readonly onOpenChange?: (open: boolean) => void;
}

/** Opens the emoji, and closes them when one is picked. */
export function EmojiButton({ label, className = 'icon-button', onPick, onOpenChange }: Props) {
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  const pick = (name: string) => {
    change(false);
    onPick(name);
  };
  return (
    <DialogTrigger isOpen={open} onOpenChange={change}>
      <Button aria-label={label} className={className}>
        <Icon name="smile" />
      </Button>
      <Popover className="emoji-popover">
        <Dialog aria-label="Emoji">
          <EmojiPicker onPick={pick} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
