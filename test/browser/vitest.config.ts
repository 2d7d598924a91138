import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** The page in Debian's Chromium, one story after the other: a browser needs the machine for itself. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/browser/**/*.test.tsx', 'test/browser/**/*.test.ts'],
    exclude: [],
    maxWorkers: 1,
    testTimeout: 120_000,
  },
});
