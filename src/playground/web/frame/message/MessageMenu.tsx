import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useSlack } from '../../api/LiveSlack.tsx';
import type { Message } from '../../api/state.ts';
import { errorInWords } from '../errorInWords.ts';
import { Icon } from '../Icon.tsx';
import { useNotice } from '../notice/NoticeProvider.tsx';
import { addressOf } from '../route/Route.ts';

interface Props {
  readonly channel: string;
  readonly message: Message;
  readonly onOpenChange: (open: boolean) => void;
}

/** More that can be done with a message: its link, and the app's shortcuts for messages. */
export function MessageMenu({ channel, message, onOpenChange }: Props) {
  const { state, act } = useSlack();
  const tell = useNotice();
  const { ts, thread_ts } = message;

  const copyLink = async () => {
    const route = { channel, ts, ...(thread_ts && thread_ts !== ts ? { thread: thread_ts } : {}) };
    const link = new URL(addressOf(route, new URL(location.origin)), location.origin);
    await navigator.clipboard.writeText(link.href).then(
      () => tell('Link copied'),
      () => tell(`The browser does not let the page copy: ${link.href}`, 'problem'),
    );
  };
  const run = async (callback_id: string) => {
    const { ok, error } = await act('shortcut', { callback_id, channel, ts });
    // What the app did not answer is told by the state itself.
    if (!ok && error !== 'operation_timeout') tell(errorInWords(error), 'problem');
  };
  return (
    <MenuTrigger onOpenChange={onOpenChange}>
      <Button aria-label="More actions" className="icon-button">
        <Icon name="more" />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          className="popup-menu"
          onAction={(key) => void (key === 'copy link' ? copyLink() : run(String(key)))}
        >
          <MenuItem id="copy link">
            <Icon name="link" /> Copy link
          </MenuItem>
          {state.shortcuts
            .filter(({ type }) => type === 'message')
            .map(({ callback_id, name }) => (
              <MenuItem key={callback_id} id={callback_id}>
                <Icon name="bolt" /> {name}
              </MenuItem>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
