import { z } from 'zod';

/** The body of `POST /client/faults`; the README beside the playground explains each kind. */
export const faultSchema = z.union([
  z.strictObject({ clear: z.literal(true) }),
  z.strictObject({
    kind: z.enum([
      'drop',
      'delay',
      'http500',
      'ratelimited',
      'lose_reply',
      'html',
      'error',
      'event_twice',
      'event_late',
      'lose_ack',
      'close_socket',
      'mail_busy',
      'mail_reject',
      'rate_limits_on',
      'rate_limits_off',
    ]),
    /** A Web API method or, for the event kinds, an event type. Left out: any. */
    method: z.string().min(1).optional(),
    /** How often; default once. */
    times: z.union([z.int().positive(), z.literal('always')]).default(1),
    /** Milliseconds of real time, for `delay`, `event_late` and the `Retry-After` of `ratelimited`. */
    ms: z.int().nonnegative().max(600_000).optional(),
    /** The error string of `error`, or the reason of `close_socket`. */
    error: z.string().min(1).optional(),
    reason: z.enum(['warning', 'refresh_requested', 'link_disabled']).optional(),
  }),
]);

export type Fault = Exclude<z.infer<typeof faultSchema>, { clear: true }>;
