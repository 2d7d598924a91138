import { DulyError } from '../../core/DulyError.ts';

const NAMED = 10;

/** `unknown_creditor`: files were imported before, and none of their creditors has the name that was said; names those that are there. */
export class UnknownCreditor extends DulyError {
  constructor(name: string, known: readonly string[]) {
    const shown = known.slice(0, NAMED).map((one) => `“${one}”`);
    const more = known.length > NAMED ? ` and ${known.length - NAMED} more` : '';
    super(
      'unknown_creditor',
      `no creditor ${name}`,
      `No creditor is called “${name}”. There ${known.length === 1 ? 'is' : 'are'} ${shown.join(', ')}${more}. Nothing was imported: name one of them, or say with --confirm that this is a new one.`,
    );
  }
}
