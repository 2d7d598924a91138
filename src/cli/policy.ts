import type { Command } from 'commander';
import { currentPolicy } from '../useCases/policies/changeDraft.ts';
import { importDraft } from '../useCases/policies/importDraft.ts';
import { policyYaml, problemWords, readPolicyYaml } from '../useCases/policies/policyYaml.ts';
import type { CliContext } from './CliContext.ts';
import { readText } from './readText.ts';

/**
 * Adds `duly policy show`, `duly policy check` and `duly policy import`. The first two write nothing; `check` ends with 1 for a policy that
 * could not be switched on, `import` for one that cannot be read. Throws DulyError where there is no such file.
 */
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
      const read = readPolicyYaml(await readText(file));
      const problems = 'policy' in read ? read.notYet : read.problems;
      for (const problem of problems) context.print(`${file}: ${problemWords(problem)}`);
      context.print(problems.length === 0 ? 'Nothing is wrong with it.' : `${problems.length} to mend.`);
      if (problems.length > 0) context.exitWith(1);
    });
  policy
    .command('import')
    .description('keep a policy in a file as a draft, which a manager switches on in /debt policy')
    .argument('<file>')
    .option('--replace', 'take the place of another draft of it')
    .option('--workspace <name>', 'which workspace, where there are several')
    .action(async (file: string, { replace = false, workspace: named }: ImportFlags) => {
      const read = readPolicyYaml(await readText(file));
      const problems = 'policy' in read ? read.notYet : read.problems;
      for (const problem of problems) context.print(`${file}: ${problemWords(problem)}`);
      if (!('policy' in read)) {
        context.print('Nothing was kept.');
        context.exitWith(1);
        return;
      }
      const workspace = await context.workspace(named);
      const now = context.clock.now();
      await importDraft(await context.db(), { workspace, policy: read.policy, replace, now });
      const mend = problems.length > 0 ? `, once what is said above is mended` : '';
      context.print(
        `“${read.policy.name}” is kept as a draft: a manager switches it on in /debt policy${mend}.`,
      );
    });
}

interface ImportFlags {
  readonly replace?: boolean;
  readonly workspace?: string;
}
