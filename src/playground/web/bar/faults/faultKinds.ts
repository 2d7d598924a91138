/** What a fault can be told beside its kind. */
export type FaultField = 'method' | 'event' | 'times' | 'ms' | 'error' | 'reason';

export interface FaultKind {
  readonly kind: string;
  readonly title: string;
  readonly promise: string;
  readonly fields: readonly FaultField[];
  /** milliseconds where none are given */
  readonly ms?: number;
}

export interface FaultGroup {
  readonly title: string;
  readonly kinds: readonly FaultKind[];
}

const CALL = ['method', 'times'] as const;
const EVENT = ['event', 'times'] as const;

/** Everything that can be made to go wrong, in plain words. */
export const FAULT_GROUPS: readonly FaultGroup[] = [
  {
    title: 'The app’s calls to Slack',
    kinds: [
      {
        kind: 'drop',
        title: 'Drop the call',
        promise: 'The connection ends without an answer; nothing was done.',
        fields: CALL,
      },
      {
        kind: 'lose_reply',
        title: 'Lose the answer',
        promise: 'The work is done, but the app never hears of it.',
        fields: CALL,
      },
      {
        kind: 'delay',
        title: 'Be slow',
        promise: 'The call waits before it is done.',
        fields: ['method', 'ms', 'times'],
        ms: 1000,
      },
      {
        kind: 'http500',
        title: 'Server error',
        promise: 'An HTML page with status 500; nothing was done.',
        fields: CALL,
      },
      {
        kind: 'html',
        title: 'A web page for an answer',
        promise: 'An HTML page with status 200; nothing was done.',
        fields: CALL,
      },
      {
        kind: 'ratelimited',
        title: 'Too many calls',
        promise: '429 with Retry-After, in whole seconds.',
        fields: ['method', 'ms', 'times'],
        ms: 1000,
      },
      {
        kind: 'error',
        title: 'Refuse with an error',
        promise: 'ok: false with an error of your choice.',
        fields: ['method', 'error', 'times'],
      },
    ],
  },
  {
    title: 'Slack’s deliveries to the app',
    kinds: [
      {
        kind: 'event_twice',
        title: 'Deliver an event twice',
        promise: 'The same event comes again, by the same event_id.',
        fields: EVENT,
      },
      {
        kind: 'event_late',
        title: 'Deliver an event late',
        promise: 'An event is held back, in real time.',
        fields: ['event', 'ms', 'times'],
        ms: 500,
      },
      {
        kind: 'lose_ack',
        title: 'Lose an acknowledgement',
        promise: 'The app answers in vain: events are repeated, people see a failure.',
        fields: EVENT,
      },
      {
        kind: 'close_socket',
        title: 'Close the sockets',
        promise: 'At once, every connection ends; with a disconnect frame where a reason is chosen.',
        fields: ['reason'],
      },
    ],
  },
  {
    title: 'Mail',
    kinds: [
      {
        kind: 'mail_busy',
        title: 'Try again later',
        promise: 'The next mail is answered with 451.',
        fields: ['times'],
      },
      {
        kind: 'mail_reject',
        title: 'Refuse for good',
        promise: 'The next mail is answered with 550.',
        fields: ['times'],
      },
    ],
  },
  {
    title: 'Rate limits',
    kinds: [
      {
        kind: 'rate_limits_on',
        title: 'Always on',
        promise: 'Limits hold also while the clock is moved, until all is cleared.',
        fields: [],
      },
      {
        kind: 'rate_limits_off',
        title: 'Off',
        promise: 'No call is limited, until all is cleared.',
        fields: [],
      },
    ],
  },
];
