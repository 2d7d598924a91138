import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const core = new URL('../../src/core/', import.meta.url);
const files = readdirSync(core).filter((file) => file.endsWith('.ts'));

/** Libraries that only reckon. */
const ALLOWED = ['@date-fns/tz', 'chrono-node', 'date-holidays', 'fastest-levenshtein', 'node:crypto', 'zod'];

describe.each(files)('core/%s', (file) => {
  const source = readFileSync(new URL(file, core), 'utf8');

  it('imports nothing but core, its tables and libraries that only reckon', () => {
    const imported = [...source.matchAll(/(?:from|import)\s+['"]([^'"]+)['"]/g)].map(
      (match) => match[1] ?? '',
    );
    const foreign = imported.filter(
      (name) => !/^\.\/[A-Za-z]+\.(?:ts|json)$/.test(name) && !ALLOWED.includes(name),
    );
    expect(foreign).toEqual([]);
  });

  it('reads no clock and no environment', () => {
    expect(source).not.toMatch(
      /\bnew Date\(\)|\bDate\.now\(|\bprocess\.|\bperformance\.now|\bset(?:Timeout|Interval)\(/,
    );
  });
});
