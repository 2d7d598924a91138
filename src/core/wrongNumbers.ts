interface Numbers {
  readonly phone?: string | null | undefined;
  readonly mobile?: string | null | undefined;
  /** `phone` or `mobile` where one of two is wrong, `call` where none is left that works */
  readonly deadChannels: readonly string[];
}

const kinds = ['phone', 'mobile'] as const;

/** The numbers of somebody on file that turned out to be wrong. */
export function wrongNumbers(contact: Numbers): string[] {
  const none = contact.deadChannels.includes('call');
  return kinds
    .filter((kind) => none || contact.deadChannels.includes(kind))
    .flatMap((kind) => contact[kind] || []);
}

/** Which number somebody is rung on: the telephone, then the mobile, none that turned out to be wrong; undefined where none is left. */
export function whichToRing(contact: Numbers): 'phone' | 'mobile' | undefined {
  const wrong = wrongNumbers(contact);
  return kinds.find((kind) => contact[kind] && !wrong.includes(contact[kind]));
}

/** That number. */
export function numberToRing(contact: Numbers): string | undefined {
  const which = whichToRing(contact);
  return (which && contact[which]) || undefined;
}

/** What of somebody with these numbers does not work once the `wrong` ones do not: the rest as it stands. */
export function deadWithNumbers({ deadChannels, ...contact }: Numbers, wrong: readonly string[]): string[] {
  const rest = deadChannels.filter(
    (channel) => channel !== 'call' && !kinds.some((kind) => kind === channel),
  );
  const known = kinds.filter((kind) => contact[kind]);
  const dead = known.filter((kind) => wrong.includes(contact[kind] ?? ''));
  const none = known.length > 0 && dead.length === known.length;
  return none ? [...rest, 'call'] : [...rest, ...dead];
}
