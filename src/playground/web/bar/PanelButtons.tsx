import { Button } from 'react-aria-components';
import { FreshMails } from './mail/FreshMails.tsx';
import { PANEL_TITLES, PANELS, type PanelName } from './panel/PanelName.ts';
import { ThemeMenu } from './theme/ThemeMenu.tsx';

interface Props {
  readonly freshMails: number;
  readonly onOpen: (panel: PanelName) => void;
}

/** On a wide page: a button for each panel, and the theme. */
export function PanelButtons({ freshMails, onOpen }: Props) {
  return (
    <div className="bar-rest">
      {PANELS.map((panel) => (
        <Button key={panel} className="bar-button" aria-haspopup="dialog" onPress={() => onOpen(panel)}>
          {PANEL_TITLES[panel]}
          {panel === 'mail' && <FreshMails count={freshMails} />}
        </Button>
      ))}
      <ThemeMenu />
    </div>
  );
}
