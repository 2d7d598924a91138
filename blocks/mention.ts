import { Markup } from './Markup.ts';
import { typed } from './typed.ts';

/** A member by id, shown by name and notified. What is no id is shown as the text it is. */
export function mentionMember(userId: string): Markup {
  return /^[UW][A-Z0-9]+$/.test(userId) ? new Markup(`<@${userId}>`) : typed(userId);
}

/** A channel by id, shown by name. What is no id is shown as the text it is. */
export function mentionChannel(channelId: string): Markup {
  return /^[CG][A-Z0-9]+$/.test(channelId) ? new Markup(`<#${channelId}>`) : typed(channelId);
}
