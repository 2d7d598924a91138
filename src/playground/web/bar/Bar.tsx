import { useState } from 'react';
import { BarMenu } from './BarMenu.tsx';
import { Clock } from './clock/Clock.tsx';
import { FaultsPanel } from './faults/FaultsPanel.tsx';
import { MailPanel } from './mail/MailPanel.tsx';
import { useMailbox } from './mail/useMailbox.ts';
import { useMediaQuery } from './media/useMediaQuery.ts';
import { PanelButtons } from './PanelButtons.tsx';
import { Panel } from './panel/Panel.tsx';
import { PANEL_TITLES, type PanelName } from './panel/PanelName.ts';
import { ActAs } from './people/ActAs.tsx';
import { TrafficPanel } from './traffic/TrafficPanel.tsx';
import './bar.css';
import './panel/panel.css';

/** Below this the bar folds into who, when and a menu for the rest. */
const FOLDED = '(max-width: 1120px)';

/** On top of the page: who one is, the clock, mail, traffic, faults. */
export function Bar() {
  const isFolded = useMediaQuery(FOLDED);
  const mailbox = useMailbox();
  const [panel, setPanel] = useState<PanelName>();
  const close = () => setPanel(undefined);
  const Rest = isFolded ? BarMenu : PanelButtons;
  return (
    <header className="bar">
      <ActAs />
      <Clock isFolded={isFolded} />
      <Rest freshMails={mailbox.fresh.size} onOpen={setPanel} />
      <Panel title={PANEL_TITLES.mail} isOpen={panel === 'mail'} onClose={close}>
        <MailPanel {...mailbox} />
      </Panel>
      <Panel title={PANEL_TITLES.traffic} isOpen={panel === 'traffic'} onClose={close}>
        <TrafficPanel />
      </Panel>
      <Panel title={PANEL_TITLES.faults} isOpen={panel === 'faults'} onClose={close}>
        <FaultsPanel />
      </Panel>
    </header>
  );
}
