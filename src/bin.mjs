#!/usr/bin/env node
import { bundle } from './bundle.mjs';

process.setSourceMapsEnabled(true);
await import(await bundle(new URL('./cli.ts', import.meta.url)));
