import { approvalDecision } from './approvalDecision.ts';

/** "Send the notice" on a request for approval; the value is the request's id. */
export const approvalApprove = approvalDecision('approve');
