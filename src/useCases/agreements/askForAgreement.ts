import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

/** What a manager is asked to agree to, by its id. */
export type AgreementSubject =
  | { readonly promiseId: string }
  | { readonly planId: string }
  | { readonly holdId: string }
  /** the activity that proposed it */
  | { readonly writeOffId: string }
  /** a visit in person */
  | { readonly stepId: string };

/** The key of the one prompt that asks for agreement to it. */
export function agreementKey(subject: AgreementSubject): string {
  return `agree:${Object.values(subject).join()}`;
}

/** Asks a manager to agree; until then it stops nothing. Returns a sentence for the member who recorded it. */
export async function askForAgreement(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    subject: AgreementSubject;
    /** what was recorded, as a sentence for the manager */
    what: string;
    /** why a manager is asked, as sentences */
    why: readonly string[];
    /** what holds until then, as a clause; default: the clock goes on */
    until?: string;
    now: Date;
  },
): Promise<string> {
  const { workspace, debtorId, subject, what, why, until = 'the clock goes on', now } = options;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'manager', beyondCapacity: true, now });
  if (!memberId) return `A manager has to agree, and there is none: ${until}. ${why.join(' ')}`;
  await openPrompt(tx, {
    workspace,
    debtorId,
    ...('stepId' in subject && { stepId: subject.stepId }),
    key: agreementKey(subject),
    kind: 'agree',
    memberId,
    reasons: [
      { rule: 'agreement', outcome: 'note', sentence: what },
      ...why.map((sentence) => ({ rule: 'agreement', outcome: 'stop' as const, sentence })),
    ],
    details: { ...subject },
    now,
  });
  return `A manager has been asked to agree; until then ${until}. ${why.join(' ')}`;
}
