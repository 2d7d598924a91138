import { useCallback, useState } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import { errorInWords } from '../errorInWords.ts';
import { submissionOf } from './submissionOf.ts';

/** Sends what was typed, as a message or a slash command: what runs just now, and what went wrong, in words. */
export function useSend(channel: string, thread?: string) {
  const { act } = useSlack();
  const [running, setRunning] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string>();

  /** False where it failed. */
  const send = useCallback(
    async (typed: string): Promise<boolean> => {
      const wanted = submissionOf(typed);
      setProblem(undefined);
      if (!wanted) return true;
      if (wanted.kind === 'command' && thread) {
        setProblem(`${wanted.command} does not work in threads. Use it in the channel.`);
        return false;
      }
      const label = wanted.kind === 'command' ? `${wanted.command} is running…` : 'Sending…';
      setRunning((labels) => [...labels, label]);
      const { ok, error } =
        wanted.kind === 'command'
          ? await act('command', { channel, command: wanted.command, text: wanted.text })
          : await act('message', { channel, text: wanted.text, ...(thread ? { thread_ts: thread } : {}) });
      setRunning((labels) => labels.toSpliced(labels.indexOf(label), 1));
      if (!ok)
        setProblem(`${wanted.kind === 'command' ? `${wanted.command} failed. ` : ''}${errorInWords(error)}`);
      return ok;
    },
    [act, channel, thread],
  );
  const forget = useCallback(() => setProblem(undefined), []);
  return { send, running: running.at(-1), problem, forget };
}
