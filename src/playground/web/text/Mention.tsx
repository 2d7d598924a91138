import { useSlack } from '../api/LiveSlack.tsx';

interface Props {
  readonly kind: 'user' | 'channel' | 'usergroup';
  readonly id: string;
  readonly label?: string;
}

/** Somebody or a channel by the name they have now; the viewer's own name stands out. */
export function Mention({ kind, id, label }: Props) {
  const { state } = useSlack();
  if (kind === 'user') {
    const name = state.users.find((user) => user.id === id)?.real_name;
    const shown = name ?? (id === state.bot.id ? state.bot.app_name : (label ?? id));
    return <span className={id === state.user ? 'mention mention-me' : 'mention'}>@{shown}</span>;
  }
  if (kind === 'channel') {
    const name = state.channels.find((channel) => channel.id === id)?.name ?? label;
    return <span className="mention">{name ? `#${name}` : 'private channel'}</span>;
  }
  return <span className="mention">{(label ?? id).replace(/^@?/, '@')}</span>;
}
