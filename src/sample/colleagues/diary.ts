import type { PersonName } from '../sampleTeam.ts';
import { approveRequest } from './approveRequest.ts';
import { askAfterLastCall } from './askAfterLastCall.ts';
import { callOnce } from './callOnce.ts';
import type { Doing } from './Doing.ts';
import { keepApart } from './keepApart.ts';
import { missClaimed } from './missClaimed.ts';
import { noteInsolvency } from './noteInsolvency.ts';
import { noteReply } from './noteReply.ts';
import { proposeStop } from './proposeStop.ts';
import { ringInVain } from './ringInVain.ts';
import { seePayment } from './seePayment.ts';
import { stopSupply } from './stopSupply.ts';

/** What a colleague means to do: so many business days after the first, at that time of the sample's clocks. */
export interface Intent {
  readonly onDay: number;
  readonly at: string;
  readonly who: Exclude<PersonName, 'nora'>;
  readonly customer: string;
  /** does it unless it is done, or somebody was quicker: false then */
  readonly act: (doing: Doing) => Promise<boolean>;
}

/** What the newcomer's colleagues do by themselves, in order. Approved on the morning on which the bank is late, a notice waits for it. */
export const diary: readonly Intent[] = [
  { onDay: 0, at: '11:40', who: 'grace', customer: 'Stahlwerk Brenner AG', act: keepApart },
  { onDay: 0, at: '14:05', who: 'priya', customer: 'Copper Canyon Supply LLC', act: askAfterLastCall },
  { onDay: 0, at: '14:45', who: 'priya', customer: 'Cobalt Ridge Outfitters LLC', act: proposeStop },
  {
    onDay: 0,
    at: '15:30',
    who: 'jonas',
    customer: 'Lantern Street Theatre',
    act: callOnce({ outcome: 'disputes', notes: 'Two of the lamps came broken.', settledIn: 2 }),
  },
  {
    onDay: 0,
    at: '16:10',
    who: 'priya',
    customer: 'Ironbridge Climbing Centre Ltd',
    act: ringInVain,
  },
  // it was another customer's
  { onDay: 0, at: '16:40', who: 'grace', customer: 'Weststadt Elektro GmbH', act: seePayment },
  { onDay: 1, at: '09:10', who: 'tomas', customer: 'Cobalt Ridge Outfitters LLC', act: approveRequest },
  { onDay: 1, at: '10:20', who: 'priya', customer: 'Millbrook Farm Shop', act: noteInsolvency },
  {
    onDay: 1,
    at: '11:20',
    who: 'priya',
    customer: 'Quayside Fitness Ltd',
    act: callOnce({ outcome: 'paid', notes: 'Says it left on Friday. No reference to hand.' }),
  },
  { onDay: 1, at: '14:50', who: 'priya', customer: 'Cobalt Ridge Outfitters LLC', act: stopSupply },
  {
    onDay: 2,
    at: '10:15',
    who: 'jonas',
    customer: 'Eastgate Pharmacy Group Ltd',
    // it came to the wrong desk
    act: noteReply({
      kind: 'other',
      notes: '“Please see our letter of last week.” Their letter is not here.',
    }),
  },
  { onDay: 2, at: '11:05', who: 'grace', customer: 'Quayside Fitness Ltd', act: missClaimed },
  {
    onDay: 2,
    at: '13:30',
    who: 'jonas',
    customer: 'Pfalzkeller Weinhandel GmbH',
    act: noteReply({
      kind: 'query',
      delayReason: 'order_number_missing',
      notes: 'We cannot book your invoice without our order number.',
    }),
  },
  {
    onDay: 2,
    at: '14:40',
    who: 'priya',
    customer: 'Morley & Tate Solicitors LLP',
    act: callOnce({ outcome: 'disputes', notes: 'For the first time: the shelving was never complete.' }),
  },
  { onDay: 4, at: '08:40', who: 'tomas', customer: 'Copper Canyon Supply LLC', act: approveRequest },
];
