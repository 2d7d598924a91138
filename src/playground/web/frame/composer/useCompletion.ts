import names from 'emoji-names';
import { useMemo, useState } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import { searchEmoji } from '../emoji/searchEmoji.ts';
import { completionAt, type Sources } from './completion.ts';

const EMOJI = Object.keys(names);
const MOST_EMOJI = 6;

/** What the composer suggests for the word at the caret, and which suggestion is marked. */
export function useCompletion(text: string, caret: number, inThread: boolean) {
  const { commands, shortcuts, users, bot, channels } = useSlack().state;
  const sources = useMemo<Sources>(
    () => ({
      commands: inThread ? [] : commands,
      shortcuts: inThread ? [] : shortcuts.filter(({ type }) => type === 'global'),
      people: [...users, { id: bot.id, name: bot.name, real_name: bot.app_name }],
      channels: channels.filter(({ is_im }) => !is_im),
      findEmoji: (typed) => searchEmoji(EMOJI, typed, MOST_EMOJI),
    }),
    [inThread, commands, shortcuts, users, bot, channels],
  );
  const completion = useMemo(() => completionAt(text, caret, sources), [text, caret, sources]);
  const [marked, setMarked] = useState(0);
  const [putAway, setPutAway] = useState<string>();
  const open = completion && putAway !== text ? completion : undefined;
  const at = Math.min(marked, (open?.suggestions.length ?? 1) - 1);
  return {
    completion: open,
    marked: at,
    mark: setMarked,
    move: (step: number) => {
      const count = open?.suggestions.length ?? 1;
      setMarked((at + step + count) % count);
    },
    putAway: () => setPutAway(text),
  };
}
