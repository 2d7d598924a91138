import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { config as readDotenv } from 'dotenv';
import { defineConfig } from 'prisma/config';

readDotenv({ quiet: true });

const here = dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  schema: join(here, 'schema.prisma'),
  migrations: { path: join(here, 'migrations'), seed: 'node --import tsx prisma/seed.ts' },
  // `generate` needs no database; every other command is given one by generate.mjs.
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
