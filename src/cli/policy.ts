import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { currentPolicy } from '../useCases/policies/changeDraft.ts';
import { policyYaml, problemWords, readPolicyYaml } from '../useCases/policies/policyYaml.ts';
import type { CliContext } from './CliContext.ts';

/** Adds `duly policy show` and `duly policy check`. They write nothing; `check` ends with 1 for a policy that could not be switched on. */
export function policyCommand(program: Command, context: CliContext): void {
  const policy = program.command('policy').description('collections policies as text (YAML)');
  policy
    .command('show')
    .description('print a policy: its draft where there is one, else the version in use')
    .argument('<key>', 'business, private, or the key of one of your own')
    .option('--workspace <name>', 'which workspace, where there are several')
    .action(async (key: string, { workspace: named }: { workspace?: string }) => {
      const workspace = await context.workspace(named);
      context.print(policyYaml(await currentPolicy(await context.db(), workspace.id, key)).trimEnd());
    });
  policy
    .command('check')
    .description('say what is wrong with a policy in a file, with line and column')
    .argument('<file>')
    .action(async (file: string) => {
      const read = readPolicyYaml(await readFile(file, 'utf8'));
      const problems = 'policy' in read ? read.notYet : read.problems;
      for (const problem of problems) context.print(`${file}: ${problemWords(problem)}`);
      context.print(problems.length === 0 ? 'Nothing is wrong with it.' : `${problems.length} to mend.`);
      if (problems.length > 0) context.exitWith(1);
    });
}
