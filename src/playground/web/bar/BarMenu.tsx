import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { FreshMails } from './mail/FreshMails.tsx';
import { PANEL_TITLES, PANELS, type PanelName } from './panel/PanelName.ts';
import { ThemeSection } from './theme/ThemeSection.tsx';

interface Props {
  readonly freshMails: number;
  readonly onOpen: (panel: PanelName) => void;
}

/** On a narrow page: one menu for the panels and the theme. */
export function BarMenu({ freshMails, onOpen }: Props) {
  return (
    <MenuTrigger>
      <Button className="bar-button bar-more">
        <span aria-hidden="true">☰</span>
        <span className="visually-hidden">More</span>
        <FreshMails count={freshMails} />
      </Button>
      <Popover className="bar-popover" placement="bottom end">
        <Menu className="bar-menu" aria-label="More">
          <MenuSection aria-label="Panels">
            {PANELS.map((panel) => (
              <MenuItem
                key={panel}
                id={panel}
                className="bar-menu-item"
                textValue={PANEL_TITLES[panel]}
                onAction={() => onOpen(panel)}
              >
                {PANEL_TITLES[panel]}
                {panel === 'mail' && <FreshMails count={freshMails} />}
              </MenuItem>
            ))}
          </MenuSection>
          <ThemeSection />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
