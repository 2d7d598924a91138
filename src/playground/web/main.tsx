import './bar/theme/theme.ts';
import { createRoot } from 'react-dom/client';
import { LiveSlack } from './api/LiveSlack.tsx';
import { App } from './frame/App.tsx';
import './style/tokens.css';
import './style/page.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <LiveSlack>
    <App />
  </LiveSlack>,
);
