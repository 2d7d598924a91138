import { useRef } from 'react';
import { stateFieldOf } from '../../interaction/inputState.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { useSlack } from '../api/LiveSlack.tsx';
import type { MenuElement as Given } from '../blocks/kit.ts';
import type { MenuOption } from './MenuOption.ts';
import { channelGroups, menuOption, optionGroups, peopleGroups } from './menuGroups.ts';
import { Picker } from './Picker.tsx';
import { namesOf, type Standing } from './Standing.ts';
import { useElement } from './useElement.ts';
import { useOffers } from './useOffers.ts';

/** Any select menu: options of its own, the app's, people, channels; one or several. */
export function MenuElement({ element, standing }: { readonly element: Given; readonly standing: Standing }) {
  const { state } = useSlack();
  const { value, choose, isBusy } = useElement(element, standing);
  const { field, many } = stateFieldOf(element.type) ?? { field: 'selected_option', many: false };
  const { type } = element;
  const isExternal = type === 'external_select' || type === 'multi_external_select';
  const offers = useOffers(standing.blockId, element, isExternal);
  const given = element as unknown as JsonObject;
  const groups = isExternal
    ? offers.groups
    : type.includes('users')
      ? peopleGroups(state)
      : type.includes('static')
        ? optionGroups(given)
        : channelGroups(state, given);

  const known = useRef(new Map<string, MenuOption>());
  for (const option of groups.flatMap(({ options }) => options)) known.current.set(option.key, option);
  const selected = [value[field]].flat().flatMap((one): MenuOption[] => {
    if (isObject(one)) return [menuOption(one)];
    if (typeof one !== 'string') return [];
    return [known.current.get(one) ?? { key: one, text: one, chosen: one }];
  });
  const pick = (keys: readonly string[]) => {
    const all = new Map([...known.current, ...selected.map((option) => [option.key, option] as const)]);
    const chosen = keys.map((key) => all.get(key)?.chosen ?? key);
    choose({ [field]: many ? chosen : (chosen[0] ?? null) });
  };
  return (
    <Picker
      groups={groups}
      selected={selected}
      onPick={pick}
      isMany={many}
      most={'max_selected_items' in element ? element.max_selected_items : undefined}
      placeholder={element.placeholder?.text}
      names={namesOf(standing, element.placeholder)}
      isInvalid={standing.isInvalid}
      isRequired={standing.isInput && !standing.isOptional}
      isClearable={standing.isOptional}
      isBusy={isBusy}
      search={isExternal ? offers : undefined}
    />
  );
}
