import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTags } from '../../src/core/readTags.ts';

test('tags are read with commas or lines, each once, as those in use are written', () => {
  expect(readTags(' key account,  Public   sector\nKEY account;', ['Key Account'])).toEqual({
    tags: ['Key Account', 'Public sector'],
  });
  expect(readTags(' ,\n', [])).toEqual({ tags: [] });
});

test('what was read is read again as the same, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (typed, used) => {
      const read = readTags(typed, used);
      if ('error' in read) return;
      expect(readTags(read.tags.join(', '), read.tags)).toEqual(read);
      expect(new Set(read.tags.map((tag) => tag.toLowerCase())).size).toBe(read.tags.length);
    }),
  );
});

test('too many, or one too long, are told', () => {
  expect(readTags('a'.repeat(61), [])).toMatchObject({ error: expect.stringContaining('60') });
  expect(readTags(Array.from({ length: 21 }, (_, n) => `t${n}`).join(), [])).toMatchObject({
    error: expect.stringContaining('21'),
  });
});
