import type { NoticeStory } from '../SampleDebtor.ts';

/** Business days before the first day on which the step was due, and when what followed happened. */
export interface NoticeCourse {
  /** default: the final notice, after a last call */
  readonly stage?: 'final_notice' | 'demand_letter';
  readonly dueBefore: number;
  readonly promptAt: string;
  readonly askedAt?: string;
  /** by the second manager; how many business days before the first day, and when */
  readonly approved?: { readonly before: number; readonly at: string };
  readonly sentAt?: string;
  /** the sending broke off, and nobody knows how far it had come */
  readonly brokeOffAt?: string;
}

/** In the order in which requests were made, the one that waits for the newcomer last: it stands lowest in the channel. */
export const noticeCourses: Readonly<Record<NoticeStory, NoticeCourse>> = {
  sent: {
    dueBefore: 6,
    promptAt: '09:00',
    askedAt: '11:15',
    approved: { before: 6, at: '13:40' },
    sentAt: '13:50',
  },
  to_post: {
    stage: 'demand_letter',
    dueBefore: 1,
    promptAt: '09:00',
    askedAt: '10:40',
    approved: { before: 1, at: '11:45' },
    sentAt: '11:55',
  },
  unsure: {
    dueBefore: 1,
    promptAt: '09:00',
    askedAt: '10:50',
    approved: { before: 1, at: '12:15' },
    brokeOffAt: '12:25',
  },
  overtaken: { dueBefore: 1, promptAt: '09:00', askedAt: '14:35', approved: { before: 1, at: '17:52' } },
  approved: { dueBefore: 1, promptAt: '09:00', askedAt: '15:05', approved: { before: 0, at: '08:26' } },
  asked_elsewhere: { dueBefore: 1, promptAt: '09:00', askedAt: '15:20' },
  asked: { dueBefore: 1, promptAt: '09:00', askedAt: '16:10' },
  last_call: { dueBefore: 1, promptAt: '16:40' },
};
