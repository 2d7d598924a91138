import type { DailyDigestView } from '../../../blocks/digests/DailyDigestView.ts';
import type { DigestPart } from '../../../blocks/digests/DigestPart.ts';
import { arePaymentsFresh } from '../../core/arePaymentsFresh.ts';
import { dayName } from '../../core/dayName.ts';
import { paymentsKnown } from '../../core/paymentsKnown.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Naming } from './accountLine.ts';
import type { DailyFacts } from './dailyFacts.ts';
import { dailyHeadline } from './dailyHeadline.ts';
import { dailyParts } from './dailyParts.ts';

/** A day's facts in words. */
export function dailyDigestView(
  workspace: WorkspaceContext,
  facts: DailyFacts,
  naming: Naming,
): DailyDigestView {
  const parts = dailyParts(facts, { ...naming, zone: workspace.zone });
  return {
    dayName: dayName(facts.day, naming.locale),
    headlines: facts.figures.map((figures) => dailyHeadline(figures, facts, naming.locale)),
    notes: facts.standing ? [...counts(parts), ...freshness(workspace, facts, naming.locale)] : [],
    parts,
  };
}

function counts(parts: readonly DigestPart[]): string[] {
  const hidden = parts.filter(({ inMessage }) => inMessage === undefined);
  return hidden.length > 0 ? [`${hidden.map(({ title, total }) => `${title} ${total}`).join(' · ')}.`] : [];
}

function freshness(workspace: WorkspaceContext, { day, standing }: DailyFacts, locale: string): string[] {
  const known = standing?.freshness ?? [];
  if (known.every(({ until }) => until === undefined))
    return ['No ledger or payments have been imported yet.'];
  const { calendar, settings } = workspace;
  return known.map((creditor) => {
    const sentence = `${paymentsKnown(creditor, { dayWords: (on) => dayName(on, locale) })}.`;
    return arePaymentsFresh(creditor.until, { today: day, calendar, settings })
      ? sentence
      : `${sentence} ${creditor.until === undefined ? 'Notices' : 'That is too old: notices'} with consequences wait until newer ones are imported.`;
  });
}
