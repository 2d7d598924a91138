import type { DebtorKind } from './facts.ts';

/** A stage of the policy, or what a prompt is about besides: `broken_promise`, `call_back`, `part_payment`, `usual_day`, `month_end`, `payment_not_found`, `find_customer`. */
export interface GuidanceQuestion {
  readonly stage: string;
  readonly kind: DebtorKind;
}

/** One variant a kind of customer; to people, who they are is checked first, and nothing is ever told to others. */
type Advice = Readonly<Record<DebtorKind, string>>;

const WHO_FIRST: Readonly<Record<Exclude<DebtorKind, 'business'>, string>> = {
  individual:
    'Make sure that you are speaking to the customer in person before you mention the account, and tell nobody else why you call.',
  sole_trader: 'Make sure that you are speaking to the owner before you mention the account.',
};

const ADVICE: Readonly<Record<string, Advice>> = {
  issued: {
    business:
      'Ask whether the invoice has reached the right desk, and which order number, portal and day of payment it needs there. Confirm the terms in a sentence: questions are answered easily while nothing is due.',
    sole_trader:
      'Ask whether the invoice has arrived and how they prefer to pay. Confirm the terms in a sentence, and thank them for the order.',
    individual:
      'Ask in a friendly way whether the invoice has arrived and how it can be paid most easily. Confirm on which day it is due.',
  },
  pre_due: {
    business:
      'Ask whether the invoice has arrived, is approved and is in a payment run. If an order number or a paper is missing, get it today: nothing is late yet.',
    sole_trader:
      'Mention that the invoice falls due soon, and ask whether it has arrived and is in order. A question about it is answered easily now.',
    individual:
      'Mention in a friendly way that the invoice falls due soon, and how it can be paid. Ask whether everything was right with it.',
  },
  due: {
    business:
      'Say that the invoice is due and ask on which day it will be paid. Offer to send the copy and the payment link again.',
    sole_trader:
      'Say that the invoice is due and offer the payment link again. If it does not fit this week, ask for the day on which money comes in.',
    individual:
      'Say that the invoice is due and offer the payment link again. If the date is difficult, ask which one would work.',
  },
  chase: {
    business:
      'Ask for the reason of the delay: do they have the invoice, is anything missing or disputed? Agree on a date, and thank them for it. Most late payments were simply forgotten.',
    sole_trader:
      'Ask whether the invoice was overlooked, or whether a customer of theirs keeps them waiting. Agree on a date, or on a first part now if money is short.',
    individual:
      'Ask kindly whether the invoice was overlooked or something is wrong with it. Agree on a date, or on a smaller first step if money is short.',
  },
  alternate_contact: {
    business:
      'Say whom you have tried to reach and when, and ask who looks after payments. Keep it to a request for help: nobody there has done anything wrong.',
    sole_trader:
      'Speak to the owner alone: ask whoever answers only when they can be reached. Say no more to family or staff.',
    individual:
      'Speak to the customer alone: ask for another time or another way to reach them, and say no more to anybody else.',
  },
  commitment_call: {
    business:
      'Ask for a firm date and amount, and say plainly what follows if it is missed. Offer instalments or a short extension at the first sign of difficulty. Confirm by email the same day and ask for a reply.',
    sole_trader:
      'Ask what the business can pay and when, and offer instalments that fit how its money comes in. Confirm in writing the same day what you agreed.',
    individual:
      'Ask what can be paid and when, and offer instalments before you are asked. Confirm in writing the same day what you agreed.',
  },
  firm_notice: {
    business:
      'Name what is owed and since when, and ask for payment or a plan today. Be firm about the invoices and courteous to the person: say what comes next only as the notice says it.',
    sole_trader:
      'Name what is open, and ask plainly for payment or a plan this week. If the business is in difficulty, offer instalments and say where free advice for the self-employed is to be had.',
    individual:
      'Name what is open, and ask calmly what has happened and what is possible. Offer instalments, and say where free advice is to be had if money is short.',
  },
  credit_hold: {
    business:
      'Ask the account manager first what is on order and what a stop would do to it. To the customer say only that supply may have to wait until the account is settled, and that a payment or instalments keep it going.',
    sole_trader:
      'Ask first which jobs of theirs hang on what they have ordered. Say that supply may have to wait until the account is settled, and offer instalments that keep it going.',
    individual:
      'Ask first whether they depend on what they have ordered. Say kindly that further orders may have to wait until the account is settled, and offer smaller steps that keep them going.',
  },
  release_credit_hold: {
    business:
      'Thank them, and say that orders are supplied again as soon as the hold is released. Tell whoever waits there for goods on which day to expect them.',
    sole_trader:
      'Thank them, and say that orders are supplied again as soon as the hold is released. Ask which order they need first for their work.',
    individual:
      'Thank them, and say that they can order again from now on. Ask whether anything is left that they need to know.',
  },
  final_notice: {
    business:
      'This is the last call before the final notice: say so, and ask whether anything stands in the way of paying. A payment, a plan or a good reason today still changes what happens next. Stay calm and courteous.',
    sole_trader:
      'Say that a final notice is next, and ask whether anything about the work or the invoice is still open. A payment, instalments or a good reason today still change what happens next.',
    individual:
      'Say that a final notice is next, and ask whether there is anything that you do not know yet. Payment, instalments or a reason today still change what happens next.',
  },
  direct_contact: {
    business:
      'Go calmly and by daylight, say who you are and ask for the person who decides. Look for a way to settle it, and leave when you are asked to. Note who, when and what was said.',
    sole_trader:
      'Visit the business as your manager agreed, never the home, and ask whether this is a good moment. Leave when you are asked to.',
    individual:
      'Visit only as your manager agreed, ask whether this is a good moment and leave when you are asked to.',
  },
  demand_letter: {
    business:
      'Say that the letter is on its way and which date it names. Payment or a plan before that date settles the matter, and you would rather have that.',
    sole_trader:
      'Say that the formal letter comes by post and email, which date it names and that a reply form may be with it. Until that date instalments can still be agreed.',
    individual:
      'Say that the letter is on its way, which date it names and whom to ask about it. Until that date everything can still be agreed.',
  },
  hand_off: {
    business:
      'Others look after this account from now on. Take calls politely, note what is said and pass it on the same day.',
    sole_trader:
      'Others look after this account from now on: say so if you are asked, note what is said, and pass it on the same day.',
    individual:
      'Others look after this account from now on: note politely what is said and pass it on the same day.',
  },
  broken_promise: {
    business:
      'Say that the payment you had agreed on has not arrived, and ask what came in between. Check first that it was not sent to the wrong account. Agree on a new date that will hold, or on instalments.',
    sole_trader:
      'Say that the agreed payment has not arrived, and ask what came in between in the business. Agree on what its income really allows, in smaller steps if need be.',
    individual:
      'Say that the agreed payment has not arrived and ask, without reproach, what came in between. Agree on what can really be kept, in smaller steps if need be.',
  },
  call_back: {
    business:
      'They asked for this call: be on time, and begin with what was left open. End with a date for the next step.',
    sole_trader:
      'They asked for this call between two jobs: be on time and brief, begin with what was left open. End with a date for the next step.',
    individual:
      'They asked for this call: be on time, begin with what was left open and end with a date for the next step.',
  },
  payment_not_found: {
    business:
      'Say that you have looked for the payment and cannot find it, and ask for the date, the amount, the account it went to and a proof of payment. Do not doubt their word: money does go astray.',
    sole_trader:
      'Say that the payment has not reached us yet, and ask from which account of the business it went, when, and whether there is a receipt. Do not doubt their word: money does go astray.',
    individual:
      'Say that the payment has not reached us yet, and ask kindly when and how it was made and whether they have a receipt. Do not doubt their word: money does go astray.',
  },
  usual_day: {
    business:
      'They usually pay by now, so ask simply whether the payment is on its way and for which day. If something is different this time (an approval, a missing paper, a question), get to know it today.',
    sole_trader:
      'They usually pay by now: ask simply whether the payment is on its way and for which day. If money is late in coming in this time, agree on a day that it can keep.',
    individual:
      'They usually pay by now: ask kindly whether the payment is on its way and for which day. If something is different this time, ask what would help.',
  },
  find_customer: {
    business:
      'Look in the invoice and the contract, the company register and a business information office, and ask the people whom they named to us. Ask only how the company can be reached: never tell anybody that money is owed.',
    sole_trader:
      'Look in the invoice and the contract, the trade register and the business’s own pages, and ask only people whom they named to us how to reach them. Never tell anybody that money is owed.',
    individual:
      'Look in the invoice and the contract, and ask only people whom they named to us for a number or address. Never say why, and never tell anybody that money is owed.',
  },
  month_end: {
    business:
      'Nobody has been in touch for a while: ask how the payment stands and for the day on which it comes. Mention that the month is being closed, and offer the statement if figures differ.',
    sole_trader:
      'Nobody has been in touch for a while: ask how the payment stands and which day the business can keep. Offer the statement if figures differ.',
    individual:
      'Nobody has been in touch for a while: ask kindly how the payment stands and which day would work. Offer the statement if anything is unclear.',
  },
  part_payment: {
    business:
      'Thank them for the payment and ask about the rest: was it left out by mistake, deducted, or is something wrong with the invoice? If it is only to come later, agree on the day.',
    sole_trader:
      'Thank them for the payment and ask about the rest: overlooked, or is something wrong with the invoice? Agree on a day for it, or on parts that fit how money comes in.',
    individual:
      'Thank them for the payment, and ask kindly whether the rest was overlooked or something is wrong with the invoice. Agree on a day for it, or on smaller steps if money is short.',
  },
};

const OTHERWISE: Advice = {
  business:
    'Say which invoices you call about, and ask what is needed to pay them. Agree on a date, and thank them for it.',
  sole_trader:
    'Say which invoice you call about and ask what the business needs to pay it. Agree on a date, or on parts that it can keep.',
  individual:
    'Say which invoice you call about and ask what would help. Agree on a date or a smaller first step.',
};

/**
 * What to say at this stage to this kind of customer, in two or three sentences for the collector: firm about the invoice,
 * courteous to the person, in the words used to the outside. A team's own stage gets advice that fits any call.
 */
export function guidance({ stage, kind }: GuidanceQuestion): string {
  const advice = ADVICE[stage] ?? OTHERWISE;
  return kind === 'business' ? advice.business : `${WHO_FIRST[kind]} ${advice[kind]}`;
}
