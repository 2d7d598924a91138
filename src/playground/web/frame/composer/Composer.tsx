import { useCallback, useId, useState } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import type { Channel } from '../../api/state.ts';
import { errorInWords } from '../errorInWords.ts';
import { Icon } from '../Icon.tsx';
import { useNotice } from '../notice/NoticeProvider.tsx';
import { ComposerText } from './ComposerText.tsx';
import { draftOf, keepDraft } from './drafts.ts';
import { PlusMenu } from './PlusMenu.tsx';
import { useSend } from './useSend.ts';
import { useUpload } from './useUpload.ts';
import './composer.css';

interface Props {
  readonly channel: Channel;
  readonly thread?: string;
  readonly label: string;
}

/** Where one writes. What could not be sent comes back into it. */
export function Composer({ channel, thread, label }: Props) {
  const { state, act } = useSlack();
  const tell = useNotice();
  const hint = useId();
  const place = [state.user, channel.id, thread].join('/');
  const [text, setText] = useState(() => draftOf(place));
  const { send, running, problem, forget } = useSend(channel.id, thread);
  const { upload, busy } = useUpload(channel.id, thread);

  const change = useCallback(
    (next: string) => {
      keepDraft(place, next);
      setText(next);
    },
    [place],
  );
  const submit = async () => {
    change('');
    if (await send(text)) return;
    setText((since) => {
      const restored = since === '' ? text : `${text}\n${since}`;
      keepDraft(place, restored);
      return restored;
    });
  };
  const runShortcut = async (callback_id: string) => {
    const { ok, error } = await act('shortcut', { callback_id });
    if (!ok && error !== 'operation_timeout') tell(errorInWords(error), 'problem');
  };

  if (channel.is_archived) return <p className="composer-archived">This channel is archived.</p>;
  const typed = state.commands.find(({ command }) => text === command || text.startsWith(`${command} `));
  const note = problem ?? running ?? (busy ? 'Sharing…' : typed && `${typed.command} ${typed.usage_hint}`);
  return (
    <div className="composer-frame">
      <form
        className="composer"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <PlusMenu onFiles={(files) => void upload(files)} onShortcut={(id) => void runShortcut(id)} />
        <ComposerText
          label={label}
          text={text}
          inThread={thread !== undefined}
          describedBy={hint}
          onChange={(next) => {
            forget();
            change(next);
          }}
          onSubmit={() => void submit()}
          onShortcut={(id) => void runShortcut(id)}
        />
        <button type="submit" className="composer-send" aria-label="Send" aria-disabled={text.trim() === ''}>
          <Icon name="send" />
        </button>
      </form>
      <p id={hint} className="composer-note" data-problem={problem !== undefined || undefined}>
        {note ?? <span className="composer-keys">Enter sends, Shift + Enter begins a new line</span>}
      </p>
      <div className="visually-hidden" role="status">
        {problem ?? running}
      </div>
    </div>
  );
}
