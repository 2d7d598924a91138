import type { Command } from 'commander';
import { diagnose } from '../useCases/doctor/diagnose.ts';
import type { Finding } from '../useCases/doctor/Finding.ts';
import type { CliContext } from './CliContext.ts';
import { doctorFacts } from './doctorFacts.ts';

const marks: Readonly<Record<Finding['state'], string>> = { ok: '✓ ok  ', mend: '✗ mend', note: '• note' };

/** Adds `duly doctor`. It says what is missing and how to mend it, changes nothing, and ends with 1 when something needs mending. */
export function doctorCommand(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('say what is missing and how to mend it')
    .option('--workspace <name>', 'which workspace, where there are several')
    .action(async ({ workspace }: { workspace?: string }) => {
      const findings = diagnose(await doctorFacts(context, workspace));
      for (const { state, sentence, mend } of findings) {
        context.print(`${marks[state]}  ${sentence}`);
        if (mend !== undefined) context.print(`         → ${mend}`);
      }
      const wrong = findings.filter(({ state }) => state === 'mend').length;
      context.print('');
      context.print(wrong === 0 ? 'Nothing needs mending.' : `${wrong} to mend, the first one first.`);
      if (wrong > 0) context.exitWith(1);
    });
}
