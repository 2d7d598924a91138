import { expect } from 'vitest';
import { sampleStart } from '../../src/sample/sampleStart.ts';
import { aSample, imbalances } from './sampleKit.ts';
import { everythingToMeet, ofDelivery, whatWasMet } from './whatWasMet.ts';

/** The sample, begun on the business day of `realNow`, is told within six business days, balances, and takes no step twice. */
export async function isTold(realNow: string): Promise<void> {
  const sample = await aSample({ realNow });
  await sample.pass(6);
  const met = await whatWasMet(sample.db, sampleStart(new Date(realNow)));
  expect(met).toEqual(everythingToMeet.filter((what) => !ofDelivery.has(what)));
  expect(await imbalances(sample.db)).toEqual([]);
  const twice = await sample.rows(
    'SELECT case_id FROM stage_step GROUP BY case_id, stage, carrying_invoice_id, occurrence HAVING count(*) > 1',
  );
  expect(twice).toEqual([]);
}
