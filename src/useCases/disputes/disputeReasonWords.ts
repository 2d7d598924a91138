const words: Readonly<Record<string, string>> = {
  goods: 'goods or service',
  price: 'price',
  duplicate: 'billed twice',
  never_received: 'never received',
  already_paid: 'already paid',
  wrong_entity: 'wrong company',
  other: 'something else',
};

/** What is contested, as people say it. */
export function disputeReasonWords(reason: string): string {
  return words[reason] ?? reason.replaceAll('_', ' ');
}
