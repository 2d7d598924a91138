import { approvalDecision } from './approvalDecision.ts';

/** "Do not send" on a request for approval; the value is the request's id. */
export const approvalDecline = approvalDecision('decline');
