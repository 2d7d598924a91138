import type { Db } from '../db/client.ts';
import type { Log } from '../log.ts';
import { sampleColleagues } from './colleagues/sampleColleagues.ts';
import type { SampleSource } from './SampleSource.ts';
import { sampleBank } from './sampleBank.ts';

/** What goes on at Larkfield without the newcomer: the bank's statements, then what colleagues do. */
export function sampleLife(sample: { db: Db; workspaceId: string; log: Log }): SampleSource {
  const sources = [sampleBank(sample), sampleColleagues(sample)];
  return {
    async run(now) {
      for (const source of sources) await source.run(now);
    },
    async next(now) {
      const times = await Promise.all(sources.map((source) => source.next(now)));
      const [soonest] = times.flatMap((time) => time ?? []).sort((a, b) => a.getTime() - b.getTime());
      return soonest;
    },
  };
}
