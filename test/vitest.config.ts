import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', 'test/browser/**', 'test/replay/long/**'],
    globalSetup: fileURLToPath(new URL('support/globalPostgres.ts', import.meta.url)),
    pool: 'forks',
    // they wait for a database and for each other more than they work
    maxWorkers: 3,
    // no test leaves anything behind, so that what one has loaded serves the next
    isolate: false,
    // what a test makes is soon thrown away: room for it spares an eighth of the work
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    // what is waited for comes when the machine has time for it
    expect: { poll: { timeout: 10_000 } },
    // Whatever the machine's zone and language are, the tests must not depend on them; and never reach a real workspace.
    env: { TZ: 'America/New_York', LANG: 'C', LOG_LEVEL: 'silent', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' },
  },
});
