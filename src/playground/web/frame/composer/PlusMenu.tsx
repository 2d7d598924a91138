import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useSlack } from '../../api/LiveSlack.tsx';
import { Icon } from '../Icon.tsx';

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onShortcut: (callback_id: string) => void;
}

/** What a composer can do besides text: files, and the app's global shortcuts. */
export function PlusMenu({ onFiles, onShortcut }: Props) {
  const { shortcuts } = useSlack().state;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <MenuTrigger>
        <Button aria-label="Attach a file, or run a shortcut" className="icon-button composer-plus">
          <Icon name="plus" />
        </Button>
        <Popover className="menu-popover" placement="top start">
          <Menu
            className="popup-menu"
            onAction={(key) => (key === 'upload a file' ? input.current?.click() : onShortcut(String(key)))}
          >
            <MenuItem id="upload a file">
              <Icon name="file" /> Upload from your computer
            </MenuItem>
            {shortcuts
              .filter(({ type }) => type === 'global')
              .map(({ callback_id, name }) => (
                <MenuItem key={callback_id} id={callback_id}>
                  <Icon name="bolt" /> {name}
                </MenuItem>
              ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to share"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </>
  );
}
