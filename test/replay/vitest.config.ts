import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** The whole ledger, two years of it, twice: a few minutes. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/replay/long/*.test.ts'], exclude: [], testTimeout: 900_000 },
});
