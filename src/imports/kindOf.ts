import type { DebtorKind } from '../core/facts.ts';

const WORDS: Readonly<Record<DebtorKind, readonly string[]>> = {
  business: [
    ...[
      'business',
      'company',
      'limited company',
      'limited',
      'ltd',
      'plc',
      'llc',
      'inc',
      'corporate',
      'corporation',
    ],
    ...[
      'organisation',
      'organization',
      'commercial',
      'b2b',
      'firm',
      'gmbh',
      'firma',
      'unternehmen',
      'geschäftskunde',
    ],
  ],
  sole_trader: [
    ...['sole trader', 'sole proprietor', 'sole proprietorship', 'self employed', 'freelancer', 'freelance'],
    ...['einzelunternehmer', 'einzelunternehmen', 'selbständig', 'selbstständig'],
  ],
  individual: [
    ...[
      'individual',
      'private individual',
      'private',
      'person',
      'private person',
      'natural person',
      'consumer',
      'b2c',
    ],
    ...['privat', 'privatperson', 'privatkunde', 'verbraucher'],
  ],
};

const kinds = new Map(
  (Object.keys(WORDS) as DebtorKind[]).flatMap((kind) => WORDS[kind].map((word) => [word, kind] as const)),
);

/** The kind of debtor that a file names, in the words that people use for it; undefined for anything else. */
export function kindOf(text: string): DebtorKind | undefined {
  return kinds.get(
    text
      .toLowerCase()
      .replace(/[\s._-]+/g, ' ')
      .trim(),
  );
}
