import { faultSchema } from '../faults/faultSchema.ts';
import { clientCall } from './clientCall.ts';

/** Lets something go wrong, at once or when it next comes up; answers with what is still to go wrong. */
export const faults = clientCall(faultSchema, (slack, fault) => {
  if ('clear' in fault) slack.faults.clear();
  else if (fault.kind === 'close_socket') slack.sockets.disconnect(fault.reason);
  else slack.faults.add(fault);
  return { ok: true, faults: slack.faults.active() };
});
