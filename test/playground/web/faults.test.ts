import { describe, expect, it } from 'vitest';
import { faultSchema } from '../../../src/playground/faults/faultSchema.ts';
import { describeFault } from '../../../src/playground/web/bar/faults/describeFault.ts';
import { FAULT_GROUPS } from '../../../src/playground/web/bar/faults/faultKinds.ts';
import { readFaultForm } from '../../../src/playground/web/bar/faults/readFaultForm.ts';

const kinds = FAULT_GROUPS.flatMap((group) => group.kinds);

describe('the forms of faults', () => {
  it('are one for each kind that the playground knows', () => {
    const known = faultSchema.options.flatMap((option) =>
      'kind' in option.shape ? option.shape.kind.options : [],
    );
    expect(kinds.map(({ kind }) => kind).sort()).toEqual([...known].sort());
  });

  it.each(kinds)('$kind is accepted empty, and filled in with all its fields', ({ kind, fields }) => {
    const filled = { method: 'm', event: 'e', times: '3', ms: '20', error: 'oops', reason: 'warning' };
    const form = fields.map((field) => [field === 'event' ? 'method' : field, filled[field]] as const);
    for (const body of [readFaultForm(kind, []), readFaultForm(kind, form)])
      expect(faultSchema.safeParse(body).success).toBe(true);
  });

  it('leave out what is empty, and may say "always"', () => {
    const empty = [
      ['method', ' '],
      ['times', ''],
      ['always', 'on'],
    ] as const;
    expect(readFaultForm('drop', empty)).toEqual({ kind: 'drop', times: 'always' });
    expect(readFaultForm('delay', [['ms', '0']])).toEqual({ kind: 'delay', ms: 0 });
  });
});

it('says what is armed', () => {
  expect(describeFault({ kind: 'delay', method: 'chat.update', ms: 900, times: 2 })).toBe(
    'Be slow: chat.update, 900 ms, 2 times',
  );
  expect(describeFault({ kind: 'error', error: 'fatal_error', times: 'always' })).toBe(
    'Refuse with an error: any, fatal_error, every time',
  );
  expect(describeFault({ kind: 'mail_busy', times: 1 })).toBe('Try again later: once');
});
