import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { parseAbsence } from '../../src/core/parseAbsence.ts';
import { debtCommands, parseDebtCommand } from '../../src/core/parseDebtCommand.ts';
import { parseQuickLog } from '../../src/core/parseQuickLog.ts';
import { parseWhen } from '../../src/core/parseWhen.ts';
import { slackText } from '../../src/core/slackText.ts';

const friday = dayOf('2026-11-20');

describe('days as people type them', () => {
  const when = (text: string, reading: Parameters<typeof parseWhen>[2] = {}) => {
    const parsed = parseWhen(text, friday, reading);
    return 'error' in parsed ? 'error' : isoDay(parsed.day) + (parsed.time ? ` ${parsed.time}` : '');
  };

  it.each([
    ['today', '2026-11-20'],
    ['tomorrow', '2026-11-21'],
    ['Monday', '2026-11-23'],
    ['by wed', '2026-11-25'],
    ['next week', '2026-11-27'],
    ['30 nov', '2026-11-30'],
    ['30th of November', '2026-11-30'],
    ['nov 30', '2026-11-30'],
    ['10 feb', '2027-02-10'],
    ['+3d', '2026-11-23'],
    ['3d', '2026-11-23'],
    ['+2w', '2026-12-04'],
    ['in 3 days', '2026-11-23'],
    ['2026-12-01', '2026-12-01'],
    ['1/12', '2026-12-01'],
    ['01/12/2026', '2026-12-01'],
    ['30.11.', '2026-11-30'],
    ['30.11.2026', '2026-11-30'],
    ['the 15th', '2026-12-15'],
    ['20th', '2026-11-20'],
    ['end of month', '2026-11-30'],
    ['eom', '2026-11-30'],
    ['tomorrow 10:00', '2026-11-21 10:00'],
    ['today 3pm', '2026-11-20 15:00'],
  ])('%s', (text, day) => expect(when(text)).toBe(day));

  it.each(['', 'soon', 'friday or so', 'march', '31 november', '30 feb', '2026-02-30', '1014', '€300'])(
    'not %s',
    (text) => {
      expect(when(text)).toBe('error');
    },
  );

  it('reads day and month in the order of the locale', () => {
    expect(when('1/12', { locale: 'en-US' })).toBe('2027-01-12');
    expect(when('1/12', { locale: 'en-AU' })).toBe('2026-12-01');
    expect(when('bis 30. nov', { locale: 'de-DE' })).toBe('2026-11-30');
    expect(when('freitag', { locale: 'de-DE' })).toBe('2026-11-27');
    expect(when('friday', { locale: 'de-DE' })).toBe('2026-11-27');
  });

  it('counts business days by the calendar it is given', () => {
    const calendar = businessCalendar({ country: 'GB' });
    expect(when('+3bd', { calendar })).toBe('2026-11-25');
    expect(when('+3bd')).toBe('error');
  });

  it('is never past for what is to come, and never to come for what was', () => {
    for (const text of ['yesterday', 'last friday', '2026-11-19', '2 days ago'])
      expect(when(text)).toBe('error');
    expect(when('yesterday', { direction: 'past' })).toBe('2026-11-19');
    expect(when('monday', { direction: 'past' })).toBe('2026-11-16');
    expect(when('2026-11-21', { direction: 'past' })).toBe('error');
  });

  it.each([
    '4 dec until 10 dec',
    '4-10 dec',
    '4.12. - 10.12.',
    'from 4 dec to 10 dec',
    'mon to fri',
    '2026-12-04 – 2026-12-10',
  ])('%s is no one day', (text) => {
    expect(parseWhen(text, friday)).toEqual({ error: `“${text}” is more than one day: name one of them.` });
  });

  it.each([
    ['18 nov', '2026-11-18'],
    ['nov 18', '2026-11-18'],
    ['18/11', '2026-11-18'],
    ['18.11.', '2026-11-18'],
    ['the 18th', '2026-11-18'],
    ['-3d', '2026-11-17'],
    ['-1w', '2026-11-13'],
    ['yesterday', '2026-11-19'],
    ['30 nov', '2026-11-30'],
    ['30.11.', '2026-11-30'],
    ['28th', '2026-11-28'],
    ['10 feb', '2027-02-10'],
    ['18 nov 2027', '2027-11-18'],
    ['monday', '2026-11-23'],
  ])('%s, where either side may be meant, is the nearest', (text, day) => {
    expect(when(text, { direction: 'nearest' })).toBe(day);
  });

  it('a day without a year is never further off than half of one, however it is written', () => {
    const day = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2035-12-31') }).map((n) => n as Day);
    fc.assert(
      fc.property(day, fc.integer({ min: -182, max: 182 }), (today, off) => {
        const meant = addDays(today, off);
        const [, month, date] = isoDay(meant).split('-');
        fc.pre(`${month}-${date}` !== '02-29');
        for (const text of [`${date}.${month}.`, `${date}/${month}`])
          expect(parseWhen(text, today, { direction: 'nearest' })).toEqual({ day: meant });
      }),
    );
  });

  it('a minus is not passed over', () => {
    expect(when('-3d')).toBe('error');
    expect(when('-3d', { direction: 'past' })).toBe('2026-11-17');
  });

  it('reads every day it may be given, whatever day it is', () => {
    const day = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2035-12-31') }).map((n) => n as Day);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 300 }), (today, ahead) => {
        expect(parseWhen(isoDay(addDays(today, ahead)), today)).toEqual({ day: addDays(today, ahead) });
        expect(parseWhen(`+${ahead}d`, today)).toEqual({ day: addDays(today, ahead) });
      }),
    );
  });
});

describe('the last day of an absence', () => {
  const until = (text: string, locale = 'en-GB') => {
    const read = parseAbsence(text, friday, { locale });
    return 'error' in read ? 'error' : isoDay(read.day);
  };

  it.each([
    ['until friday', '2026-11-27'],
    ['4 dec', '2026-12-04'],
    ['+2w', '2026-12-04'],
    ['in 2 weeks', '2026-12-04'],
    ['in a week', '2026-11-27'],
  ])('%s', (text, day) => expect(until(text)).toBe(day));

  it.each([
    'from 4 dec until 10 dec',
    'from 4 dec',
    '4 dec to 10 dec',
    'mon to fri',
    'next week',
    'this weekend',
  ])('not %s, which begins later', (text) => {
    expect(until(text)).toBe('error');
  });

  it('not a week in another language either', () => {
    expect(until('nächste Woche', 'de-DE')).toBe('error');
    expect(until('vom 4. bis 10. dez', 'de-DE')).toBe('error');
  });
});

describe('/debt', () => {
  it('is read in any case, with everything after it', () => {
    expect(parseDebtCommand('LOG acme spoke to Jane')).toEqual({
      name: 'log',
      words: ['acme', 'spoke', 'to', 'Jane'],
      rest: 'acme spoke to Jane',
    });
    expect(parseDebtCommand('  ')).toEqual({ name: 'help', words: [], rest: '' });
  });

  it('takes a quoted name whole', () => {
    for (const text of ['log "Acme Ltd" na', 'log “Acme Ltd” na']) {
      expect(parseDebtCommand(text)).toEqual({ name: 'log', debtor: 'Acme Ltd', words: ['na'], rest: 'na' });
    }
    expect(parseDebtCommand('assign acme "Beta Foods" @U1')).toMatchObject({
      words: ['acme', 'Beta Foods', '@U1'],
    });
  });

  it.each([
    ['promis acme', 'promise'],
    ['lgo acme', 'log'],
    ['dispte', 'dispute'],
    ['stat acme', 'statement'],
    ['setings', 'settings'],
    ['acme', undefined],
    ['xyzzy', undefined],
    ['q', undefined],
  ])('%s is no command; perhaps %s', (text, nearest) => {
    const parsed = parseDebtCommand(text);
    expect(parsed).toHaveProperty('unknown', text.split(' ')[0]);
    expect('unknown' in parsed && parsed.nearest).toBe(nearest);
  });

  it('knows each of its commands and never throws', () => {
    for (const name of debtCommands) expect(parseDebtCommand(name.toUpperCase())).toMatchObject({ name });
    fc.assert(fc.property(fc.string(), (text) => void parseDebtCommand(text)));
  });
});

describe('words after the debtor', () => {
  const read = (words: string) => parseQuickLog(words, friday);

  it('fill the call log in', () => {
    expect(read('spoke to Jane, promised 1,200 by friday')).toEqual({
      outcome: 'promised',
      shorthand: false,
      contact: 'Jane',
      amount: 120_000n,
      day: dayOf('2026-11-27'),
      notes: 'spoke to Jane, promised 1,200 by friday',
    });
    expect(read('Jane Miller will pay €1.200,50 on 30 nov')).toMatchObject({
      outcome: 'promised',
      contact: 'Jane Miller',
      amount: 120_050n,
      currency: 'EUR',
      day: dayOf('2026-11-30'),
    });
    expect(read('talked with jane about INV-1014, promised 1.2k +3d')).toMatchObject({
      contact: 'jane',
      amount: 120_000n,
      day: dayOf('2026-11-23'),
    });
    expect(read('promised 500 by 30.11.')).toMatchObject({ amount: 50_000n, day: dayOf('2026-11-30') });
    expect(read('promised 500 by 1/12')).toMatchObject({ amount: 50_000n, day: dayOf('2026-12-01') });
    // a day, and not something from one o'clock on
    expect(read('1,200 from 1 dec')).toMatchObject({ amount: 120_000n, day: dayOf('2026-12-01') });
    expect(read('1,200 from 1 dec')).not.toHaveProperty('time');
    expect(read('promised USD 4,822.75 next week')).toMatchObject({
      amount: 482_275n,
      currency: 'USD',
      day: dayOf('2026-11-27'),
    });
  });

  it.each([
    ['na', 'no_answer', ''],
    ['NA, tried twice', 'no_answer', 'tried twice'],
    ['lm with reception', 'left_message', 'with reception'],
    ['wn', 'wrong_number', ''],
  ])('%s needs no form', (words, outcome, notes) => {
    expect(read(words)).toEqual({ outcome, shorthand: true, notes });
  });

  it.each([
    ['Jane says already paid last week', 'paid'],
    ['Jane paid to another account', 'paid'],
    ['it should be paid to us next week', undefined],
    ['hasn’t paid to date, promised 1,200 by Friday', 'promised'],
    ['disputes the price of INV-1014', 'disputes'],
    ['wants instalments', 'instalments'],
    ['call back monday 10:00', 'call_back'],
    ["won't pay, very angry", 'refuses'],
    ["can't pay before spring", 'hardship'],
    ['no answer', 'no_answer'],
    ['left a voicemail', 'left_message'],
    ['Nasser was out', undefined],
  ])('%s', (words, outcome) => expect(read(words).outcome).toBe(outcome));

  it('say when to call back', () => {
    expect(read('call back monday 10:00')).toMatchObject({ day: dayOf('2026-11-23'), time: '10:00' });
    expect(read('called back again')).not.toHaveProperty('contact');
  });

  it('name no day where they name several', () => {
    expect(read('promised 500 between 4-10 dec')).toMatchObject({ amount: 50_000n });
    expect(read('promised 500 between 4-10 dec')).not.toHaveProperty('day');
    expect(read('closed 24 dec - 1 jan, promised 500 by 15 dec')).toMatchObject({ day: dayOf('2026-12-15') });
  });

  it('keep papers, numbers and small words for the notes', () => {
    const words = 'spoke to Jane re INV-1014 and PO 5531, she sat down with Bob, ext 204, may pay 2 of 3';
    const found = read(words);
    expect(found).toMatchObject({ contact: 'Jane', notes: words });
    expect(found).not.toHaveProperty('amount');
    expect(found).not.toHaveProperty('day');
  });

  it.each([
    ['ref FT-123 840.50', 84_050n],
    ['840.50 ref FT-123', 84_050n],
    ['ref FT-123, £840.50 from Acme Holding', 84_050n],
    ['ref FT 123 1,284.50', 128_450n],
    ['ref 4711 840', 84_000n],
    ['ref: 4711 GBP 840.50', 84_050n],
    ['INV-1 INV-2 1 284.50', 128_450n],
    ['invoice 4711 840.50', 84_050n],
    ['18/11 840.50', 84_050n],
    ['EUR500 ref 7', 50_000n],
    // one number, or two? none is guessed
    ['ref 123 840', undefined],
    ['ref RF18 5390 0754 7034 840.50', undefined],
    ['invoices 4711 4712', undefined],
    ['by 10/12 2 payments', undefined],
  ])('%s: a reference is no part of the amount beside it', (words, amount) => {
    const read = parseQuickLog(words, friday, { outcome: 'promised', currency: 'GBP' });
    expect([read.amount, read.notes]).toEqual([amount, words]);
  });

  it('never break, and never put anything into the past', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const found = read(words);
        expect(found.day === undefined || found.day >= friday).toBe(true);
        expect(found.amount === undefined || found.amount > 0n).toBe(true);
      }),
    );
  });
});

describe('text from Slack', () => {
  it('names its members and gives back what was typed', () => {
    expect(slackText('assign Smith &amp; Sons &lt;UK&gt; <@U012ABC|jane> <@U9>')).toEqual({
      text: 'assign Smith & Sons <UK> @U012ABC @U9',
      members: ['U012ABC', 'U9'],
    });
    expect(
      slackText(
        'see <#C1|general> <https://x.example/a?b=1&amp;c=2> <mailto:a@b.example|a@b.example> <!here>',
      ).text,
    ).toBe('see #C1 https://x.example/a?b=1&c=2 a@b.example');
    expect(slackText('&amp;lt;').text).toBe('&lt;');
  });
});
