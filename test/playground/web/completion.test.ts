import { describe, expect, test } from 'vitest';
import {
  complete,
  completionAt,
  type Sources,
} from '../../../src/playground/web/frame/composer/completion.ts';
import { submissionOf } from '../../../src/playground/web/frame/composer/submissionOf.ts';

const sources: Sources = {
  commands: [
    { command: '/lunch', description: 'Where to eat', usage_hint: 'today | tomorrow' },
    { command: '/lend', description: '', usage_hint: '' },
  ],
  shortcuts: [{ name: 'Order lunch', callback_id: 'order' }],
  people: [
    { id: 'U1', name: 'ana', real_name: 'Ana Lopes' },
    { id: 'U2', name: 'ben', real_name: 'Ben Anand' },
  ],
  channels: [{ id: 'C1', name: 'team-lunch' }],
  findEmoji: (typed) => ['tada', 'taco'].filter((name) => name.startsWith(typed)),
};
const labels = (text: string, caret = text.length) =>
  completionAt(text, caret, sources)?.suggestions.map(({ label }) => label);

describe('completion in a composer', () => {
  test('commands and shortcuts at the beginning only', () => {
    expect(labels('/')).toEqual(['/lunch', '/lend', 'Order lunch']);
    expect(labels('/lu')).toEqual(['/lunch', 'Order lunch']);
    expect(labels('hey /lu')).toBeUndefined();
    expect(labels('/lunch today')).toBeUndefined();
  });

  test('people by any of their names, channels by any of its words, emoji from two letters on', () => {
    expect(labels('hi @an')).toEqual(['Ana Lopes', 'Ben Anand']);
    expect(labels('#lun')).toEqual(['#team-lunch']);
    expect(labels(':t')).toBeUndefined();
    expect(labels('so :ta')).toEqual([':tada:', ':taco:']);
  });

  test('the word at the caret gives way, with one space after it', () => {
    const text = 'hi @an there';
    const found = completionAt(text, 6, sources);
    const [first] = found?.suggestions ?? [];
    expect(found && first && complete(text, found, first)).toEqual({
      text: 'hi @Ana Lopes there',
      caret: 14,
    });
  });
});

describe('what a text asks for', () => {
  test('a command with its text, a message, or nothing', () => {
    expect(submissionOf(' /lunch  today at 1 ')).toEqual({
      kind: 'command',
      command: '/lunch',
      text: 'today at 1',
    });
    expect(submissionOf('/lunch')).toEqual({ kind: 'command', command: '/lunch', text: '' });
    expect(submissionOf('not a /command\nreally ')).toEqual({
      kind: 'message',
      text: 'not a /command\nreally',
    });
    expect(submissionOf('/etc/hosts is a file')).toEqual({ kind: 'message', text: '/etc/hosts is a file' });
    expect(submissionOf(' \n ')).toBeUndefined();
  });
});
