import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => lines.push(line) }));
  return lines.join('');
}

test('secrets do not reach the log: by field, in messages, in errors and in addresses', () => {
  const text = logged((log) => {
    log.info(
      { token: 'hunter2', client: { botToken: 'hunter2' }, a: { b: { password: 'hunter2' } } },
      'fields',
    );
    log.info('calling with xoxb-123-hunter2 and xapp-1-hunter2');
    log.error(new Error('cannot connect to postgresql://duly:hunter2@127.0.0.1:5432/duly'));
    log.info({ url: 'https://hooks.slack.com/commands/T1/2/hunter2' }, 'answering');
  });
  expect(text).not.toContain('hunter2');
  expect(text).toContain('127.0.0.1:5432/duly');
  for (const line of text.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
});

test('quieter than asked for is not written', () => {
  expect(logged((log) => log.debug('detail'))).toBe('');
});
