import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { addDays, dayOf, isoDay } from '../../../src/core/day.ts';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn } from './ledgerKit.ts';

/** as many as are asked for; by default enough that a file held whole breaks the bound */
const ROWS = Number(process.env.DULY_TEST_ROWS ?? 60_000);
const MB = 1 << 20;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

async function generatedLedger(rows: number, paidEvery: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'duly-large-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'large.csv');
  const file = createWriteStream(path);
  file.write('No,Customer,Issued,Due,Amount,Open,Currency,Mail\n');
  const start = dayOf('2026-01-01');
  for (let n = 0; n < rows; n++) {
    const issued = addDays(start, n % 300);
    const open = n % paidEvery === 0 ? '0.00' : `${n % 997}.25`;
    const line = `INV-${n},"Customer ${n % 20_000}, Ltd",${isoDay(issued)},${isoDay(addDays(issued, 30))},${n % 997}.25,${open},EUR,ap@c${n % 20_000}.example\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  return path;
}

const map = [
  'No=number',
  'Customer=debtor',
  'Issued=issued',
  'Due=due',
  'Amount=amount',
  'Open=outstanding',
  'Currency=currency',
  'Mail=email',
];

test('a large ledger goes in, and again, in bounded memory', { timeout: 900_000 }, async () => {
  const { db } = await testDatabase();
  let peak = 0;
  const held = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const began = held();
  const watch = () => {
    peak = Math.max(peak, held() - began);
  };
  const times: number[] = [];
  const timed = async (file: string) => {
    const start = performance.now();
    const result = await bringIn(db, file, { map, onProgress: watch });
    times.push(Math.round(performance.now() - start));
    return result;
  };
  const file = await generatedLedger(ROWS, 10);
  expect((await timed(file)).counts).toMatchObject({ new: ROWS, rejected: 0, newDebtors: 20_000 });
  expect((await timed(file)).counts).toMatchObject({ new: 0, updated: 0, closed: 0, unchanged: ROWS });
  if (process.env.DULY_TEST_ROWS) {
    const later = await generatedLedger(ROWS, 9);
    expect((await timed(later)).counts.closed).toBeGreaterThan(ROWS / 11);
    console.log(`${ROWS} rows: ${times.join(', ')} ms, heap +${Math.round(peak / MB)} MB`);
  }
  expect(peak).toBeLessThan(24 * MB);
});
