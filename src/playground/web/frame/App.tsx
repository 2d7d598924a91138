import { Bar } from '../bar/Bar.tsx';
import { Modals } from '../views/Modals.tsx';
import { NoticeProvider } from './notice/NoticeProvider.tsx';
import { Trouble } from './notice/Trouble.tsx';
import { ViewerProvider } from './person/ViewerProvider.tsx';
import { RouteProvider } from './route/RouteProvider.tsx';
import { Workspace } from './Workspace.tsx';
import './app.css';

/** The whole page. */
export function App() {
  return (
    <RouteProvider>
      <ViewerProvider>
        <NoticeProvider>
          <a className="skip" href="#main">
            Skip to the messages
          </a>
          <Bar />
          <Trouble />
          <Workspace />
          <Modals />
        </NoticeProvider>
      </ViewerProvider>
    </RouteProvider>
  );
}
