import { z } from 'zod';
import { isZone } from '../../core/zone.ts';

const text = z.string().optional();
const flag = z.boolean().optional();

/** What Slack tells of a user, of which Duly reads these. */
export const slackAccount = z.object({
  id: text,
  name: text,
  real_name: text,
  team_id: text,
  tz: text,
  locale: text,
  deleted: flag,
  is_bot: flag,
  is_admin: flag,
  is_owner: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  profile: z.object({ real_name: text, display_name: text, email: text }).optional(),
});

export type SlackAccount = z.infer<typeof slackAccount>;

/** Whether debts are none of this user's business: guests, bots, people of other workspaces, and whoever was deactivated. */
export function isOutsider(user: SlackAccount, { teamId }: { readonly teamId: string | undefined }): boolean {
  const elsewhere = teamId !== undefined && user.team_id !== undefined && user.team_id !== teamId;
  return Boolean(
    user.deleted ||
      user.is_bot ||
      user.is_restricted ||
      user.is_ultra_restricted ||
      user.is_stranger ||
      elsewhere,
  );
}

/** Name, zone, language and email address as Slack has them; what it does not tell is left out. */
export function accountDetails(user: SlackAccount) {
  const name = user.profile?.real_name || user.real_name || user.name;
  return {
    ...(name && { name }),
    ...(user.tz && isZone(user.tz) && { zone: user.tz }),
    ...(user.locale && { locale: user.locale }),
    ...(user.profile?.email && { email: user.profile.email }),
  };
}
