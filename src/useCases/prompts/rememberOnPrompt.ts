import type { Tx } from '../../db/client.ts';

/**
 * Adds to what a prompt remembers; what stands there under other names stays. Like every change of a prompt that goes on to
 * its list, after the lock of the member who has it.
 */
export async function rememberOnPrompt(
  tx: Tx,
  options: { workspaceId: string; promptId: string; details: Readonly<Record<string, unknown>> },
): Promise<void> {
  await tx.execute('UPDATE prompt SET details = details || $3::jsonb WHERE workspace_id = $1 AND id = $2', [
    options.workspaceId,
    options.promptId,
    JSON.stringify(options.details),
  ]);
}
