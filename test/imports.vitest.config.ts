import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Which folder may import which, alone: it reads the code and needs no database. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { include: ['test/imports.test.ts'] },
});
