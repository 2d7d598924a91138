import { useSyncExternalStore } from 'react';
import { Header, MenuItem, MenuSection } from 'react-aria-components';
import { chooseTheme, chosenTheme, onThemeChosen, THEMES } from './theme.ts';

const NAMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;

/** Part of a menu: the three themes, the chosen one marked. */
export function ThemeSection() {
  const chosen = useSyncExternalStore(onThemeChosen, chosenTheme);
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [picked] = keys === 'all' ? [] : keys;
        const theme = THEMES.find((known) => known === picked);
        if (theme) chooseTheme(theme);
      }}
    >
      <Header className="bar-menu-header">Theme</Header>
      {THEMES.map((theme) => (
        <MenuItem key={theme} id={theme} className="bar-menu-item">
          {NAMES[theme]}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
