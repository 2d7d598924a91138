import { useCallback, useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../json.ts';
import { useSlack } from '../api/LiveSlack.tsx';
import type { MenuElement } from '../blocks/kit.ts';
import type { MenuGroup } from './MenuOption.ts';
import { optionGroups } from './menuGroups.ts';
import { useSurface } from './Surface.ts';
import { whatWentWrong } from './whatWentWrong.ts';

const PAUSE = 200;
const LEAST = 3;

/** What the app offers for what has been typed so far. */
export interface Offers {
  readonly groups: readonly MenuGroup[];
  readonly query: string;
  /** what there is to say instead of options */
  readonly note: string;
  readonly type: (query: string) => void;
  /** nothing is asked while the menu is closed */
  readonly open: (isOpen: boolean) => void;
}

/** Asks the app for the options of an external select; only the answer to the last question counts. */
export function useOffers(blockId: string, element: MenuElement, isExternal: boolean): Offers {
  const { offers } = useSurface();
  const { bot } = useSlack().state;
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<{ groups: readonly MenuGroup[]; note: string }>({
    groups: [],
    note: '',
  });
  const asked = useRef(0);
  const ask = useRef(offers);
  ask.current = offers;
  const { action_id: actionId = '' } = element;
  const least = ('min_query_length' in element ? element.min_query_length : undefined) ?? LEAST;

  useEffect(() => {
    if (!isExternal || !isOpen) return;
    const mine = ++asked.current;
    if (query.length < least) {
      const note = `Type ${least === 1 ? 'a character' : `${least} characters`} or more`;
      return setAnswer({ groups: [], note });
    }
    setAnswer(({ groups }) => ({ groups, note: 'Loading…' }));
    const pause = setTimeout(async () => {
      const given = await ask.current(blockId, actionId, query);
      if (mine !== asked.current) return;
      const trouble = whatWentWrong(given, bot.app_name);
      const groups = trouble === undefined ? optionGroups(given as JsonObject) : [];
      setAnswer({ groups, note: trouble ?? 'Nothing found' });
    }, PAUSE);
    return () => clearTimeout(pause);
  }, [isExternal, isOpen, query, least, blockId, actionId, bot.app_name]);

  const open = useCallback((next: boolean) => {
    setOpen(next);
    setQuery('');
  }, []);
  return { ...answer, query, type: setQuery, open };
}
