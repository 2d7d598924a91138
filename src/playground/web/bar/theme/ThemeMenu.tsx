import { Button, Menu, MenuTrigger, Popover } from 'react-aria-components';
import { ThemeSection } from './ThemeSection.tsx';

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  return (
    <MenuTrigger>
      <Button className="bar-button">Theme</Button>
      <Popover className="bar-popover" placement="bottom end">
        <Menu className="bar-menu" aria-label="Theme">
          <ThemeSection />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
