import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** What takes minutes: the whole ledger of two years, three times over, thousands of invented debtors, more of the sample's first days. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/replay/long/*.test.ts'], exclude: [], testTimeout: 2_400_000 },
});
