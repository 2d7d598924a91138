import { useSlack } from '../api/LiveSlack.tsx';
import { Bar } from '../bar/Bar.tsx';
import { Blocks } from '../blocks/Blocks.tsx';
import { Mrkdwn } from '../text/Mrkdwn.tsx';
import { HomeTab } from '../views/HomeTab.tsx';
import { Modals } from '../views/Modals.tsx';

/** The whole page. */
export function App() {
  const { state } = useSlack();
  return (
    <>
      <Bar />
      <main>
        <HomeTab />
        {state.channels.flatMap(({ id, messages }) =>
          messages.map((message) => (
            <article key={id + message.ts}>
              <Mrkdwn text={message.text} />
              <Blocks blocks={message.blocks} place={{ channel: id, ts: message.ts }} />
            </article>
          )),
        )}
      </main>
      <Modals />
    </>
  );
}
