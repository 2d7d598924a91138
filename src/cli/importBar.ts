import { SingleBar } from 'cli-progress';
import type { ImportProgress } from '../useCases/ledger/ImportOptions.ts';

/** How far an import has come, as a bar on standard error; undefined where that is no terminal. */
export function importBar() {
  if (!process.stderr.isTTY) return undefined;
  const bar = new SingleBar({
    format: '{phase} [{bar}] {percentage} %',
    hideCursor: true,
    clearOnComplete: true,
  });
  let phase: ImportProgress['phase'] | undefined;
  return {
    show(progress: ImportProgress): void {
      if (phase !== progress.phase) bar.start(progress.total, 0, { phase: progress.phase });
      phase = progress.phase;
      bar.setTotal(progress.total);
      bar.update(progress.done);
    },
    stop: () => bar.stop(),
  };
}
