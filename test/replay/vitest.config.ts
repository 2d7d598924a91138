import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** The whole ledger, two years of it, twice: a few minutes. */
const { exclude: _, ...test } = base.test ?? {};
export default defineConfig(
  mergeConfig({ ...base, test }, { test: { include: ['test/replay/long/*.test.ts'], testTimeout: 900_000 } }),
);
