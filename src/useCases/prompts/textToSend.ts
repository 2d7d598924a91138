import { contactFor } from '../../core/contactFor.ts';
import { contactAllowance } from '../../core/contactRules.ts';
import { contactStops } from '../../core/contactStops.ts';
import { shortDay } from '../../core/dayName.ts';
import type { ContactFact, DebtorFacts } from '../../core/facts.ts';
import { noWayTo } from '../../core/noWayTo.ts';
import { needsValidationNotice } from '../../core/regulationF.ts';
import { writtenSpacing } from '../../core/spacing.ts';
import { textGuidance } from '../../core/textGuidance.ts';
import type { Queries } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { policyOf } from '../../db/policies.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

/** A text message that a member may write themselves beside a polite reminder. */
export interface TextToSend {
  /** to whom, at which number and from when on */
  readonly to: string;
  /** what to write */
  readonly guidance: string;
}

/** Whose mobile a text message would go to, as far as the contact rules ever let one; undefined where they do not. */
export function whomToText(facts: DebtorFacts): ContactFact | undefined {
  // there a text has to say that it is from a debt collector, whoever reads it on the screen
  if (needsValidationNotice(facts.debtor)) return undefined;
  const contact = contactFor(facts, 'text');
  return contact && noWayTo(contact, 'text', facts) === undefined ? contact : undefined;
}

/** What a polite reminder says of a text message: undefined where no mobile is known, or the rules never let one go to it. */
export async function textToSend(
  tx: Queries,
  { workspace, facts, now }: { workspace: WorkspaceContext; facts: DebtorFacts; now: Date },
): Promise<TextToSend | undefined> {
  const contact = whomToText(facts);
  const today = todayOf(workspace, now);
  if (!contact || contactStops(facts, today).length > 0) return undefined;
  const calendar = debtorCalendar(workspace, facts.debtor);
  const allowance = contactAllowance({ facts, contact, channel: 'text', calendar, now });
  if (!allowance.allowed && !allowance.nextAt) return undefined;
  const { policy } = await policyOf(tx, workspace, facts);
  const spaced = writtenSpacing(facts.activities, {
    spacing: policy.spacing,
    calendar: workspace.calendar,
    today,
    skipGap: false,
  });
  const waits = spaced !== undefined && spaced.opensOn > today;
  const when = waits
    ? `not before ${shortDay(spaced.opensOn, 'en-GB')}: they heard from us on ${shortDay(spaced.lastOn, 'en-GB')}`
    : `${allowance.sentence}. It counts as a message of ours: the email then waits`;
  return {
    to: `${contact.name}, ${contact.mobile}; ${when}`,
    guidance: textGuidance(facts.debtor),
  };
}
