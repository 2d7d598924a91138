import { SlackError } from '../SlackError.ts';
import { newSlackId } from '../state/newSlackId.ts';

export interface Execution {
  id: string;
  callbackId: string;
  token: string;
  status: 'running' | 'succeeded' | 'failed';
  outputs?: Record<string, unknown>;
  error?: string;
}

/** Runs of the app's workflow functions; each may be completed once. */
export class FunctionExecutions {
  private readonly byId = new Map<string, Execution>();

  start(callbackId: string): Execution {
    const execution: Execution = {
      id: newSlackId('Fx'),
      callbackId,
      token: `xwfp-playground-${newSlackId('', 16)}`,
      status: 'running',
    };
    this.byId.set(execution.id, execution);
    return execution;
  }

  get(id: string): Execution | undefined {
    return this.byId.get(id);
  }

  /** @throws SlackError function_execution_not_found, execution_not_in_running_state */
  complete(id: string, result: { outputs: Record<string, unknown> } | { error: string }): void {
    const execution = this.byId.get(id);
    if (!execution) throw new SlackError('function_execution_not_found');
    if (execution.status !== 'running') throw new SlackError('execution_not_in_running_state');
    Object.assign(execution, result, { status: 'error' in result ? 'failed' : 'succeeded' });
  }
}
