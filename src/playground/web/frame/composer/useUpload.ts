import { useCallback, useState } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import { errorInWords } from '../errorInWords.ts';
import { useNotice } from '../notice/NoticeProvider.tsx';

/** Shares files in a channel, or in a thread of it. */
export function useUpload(channel: string, thread?: string) {
  const { act } = useSlack();
  const tell = useNotice();
  const [underWay, setUnderWay] = useState(0);

  const upload = useCallback(
    async (files: readonly File[]) => {
      setUnderWay((count) => count + 1);
      for (const file of files) {
        const { ok, error } = await act('upload', {
          channel,
          filename: file.name,
          content_base64: await base64Of(file),
          ...(thread ? { thread_ts: thread } : {}),
        });
        if (!ok) tell(`${file.name}: ${errorInWords(error)}`, 'problem');
      }
      setUnderWay((count) => count - 1);
    },
    [act, tell, channel, thread],
  );
  return { upload, busy: underWay > 0 };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
