import { expect, test } from 'vitest';
import { sampleStart } from '../../src/sample/sampleStart.ts';
import { aSample, imbalances } from './sampleKit.ts';
import { everythingToMeet, ofDelivery, whatWasMet } from './whatWasMet.ts';

test.each([
  ['a weekend in spring, over a change of the clocks and Easter', '2027-03-21T12:00:00Z'],
  ['Christmas and New Year', '2026-12-23T12:00:00Z'],
])(
  'begun on %s, the story is told within six business days, and the books balance',
  async (_, realNow) => {
    const sample = await aSample({ realNow });
    await sample.pass(6);
    const met = await whatWasMet(sample.db, sampleStart(new Date(realNow)));
    expect(met).toEqual(everythingToMeet.filter((what) => !ofDelivery.has(what)));
    expect(await imbalances(sample.db)).toEqual([]);
    const twice = await sample.rows(
      'SELECT case_id FROM stage_step GROUP BY case_id, stage, carrying_invoice_id, occurrence HAVING count(*) > 1',
    );
    expect(twice).toEqual([]);
  },
  900_000,
);
