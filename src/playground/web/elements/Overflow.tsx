import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Overflow as Given } from '../blocks/kit.ts';
import { safeUrl } from '../text/safeUrl.ts';
import { spoken } from '../text/spoken.ts';
import { TextObject } from '../text/TextObject.tsx';
import { Spinner } from './Spinner.tsx';
import type { Standing } from './Standing.ts';
import { useElement } from './useElement.ts';
import './popover.css';

/** The "⋯" menu. An entry with an address opens it and tells the app as well. */
export function Overflow({ element, standing }: { readonly element: Given; readonly standing: Standing }) {
  const { click, isBusy } = useElement(element, standing);
  const options = element.options.map((option) => {
    const url = 'url' in option && typeof option.url === 'string' ? safeUrl(option.url) : undefined;
    return { ...option, value: option.value ?? '', link: url };
  });
  return (
    <MenuTrigger>
      <Button className="button button-overflow" aria-label="More actions">
        {isBusy ? <Spinner /> : <span aria-hidden="true">⋯</span>}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={(value) => void click({ selected_option: { value } })}>
          {options.map(({ text, description, value, link }) => (
            <MenuItem
              key={value}
              id={value}
              className="menu-item"
              textValue={spoken(text)}
              {...(link ? { href: link, target: '_blank', rel: 'noopener noreferrer' } : {})}
            >
              <TextObject text={text} />
              {description && <span className="menu-description">{spoken(description)}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
