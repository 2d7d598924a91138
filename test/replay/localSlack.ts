import { type PlaygroundOptions, startPlayground } from '../../src/playground/startPlayground.ts';

// the process of `startLocalSlack`: told the options, it says where it listens, and ends with whoever started it
process.once('disconnect', () => process.exit());
process.once('message', async (options: PlaygroundOptions) => {
  const { url, apiUrl, clockUrl, botToken, appToken, smtpUrl } = await startPlayground(options);
  process.send?.({ url, apiUrl, clockUrl, botToken, appToken, smtpUrl });
});
