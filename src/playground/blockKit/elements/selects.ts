import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { confirmable } from '../objects/confirm.ts';
import { actionIdentity } from '../objects/ids.ts';
import { menuOption, optionGroups, options } from '../objects/option.ts';
import { focusable, multiple, placeholdable } from '../objects/traits.ts';
import { amongOptions } from '../rules/amongOptions.ts';
import { eitherOf } from '../rules/eitherOf.ts';
import { conversationFilter } from './conversationFilter.ts';

const menu = { ...actionIdentity, ...confirmable, ...focusable, ...placeholdable };
const offered = {
  options: options(menuOption, limits.select.options).optional(),
  option_groups: optionGroups.optional(),
};
const searched = { min_query_length: z.number().int().min(0).optional() };
const respondable = { response_url_enabled: z.boolean().optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const first = z.string().min(1).optional();
const firstOnes = z.array(z.string().min(1)).min(1).optional();
const firstOptions = z.array(menuOption).min(1).max(limits.select.options).optional();

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...menu,
    ...offered,
    initial_option: menuOption.optional(),
  })
  .superRefine(eitherOf('options', 'option_groups'))
  .superRefine(amongOptions);

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...multiple,
    ...offered,
    initial_options: firstOptions,
  })
  .superRefine(eitherOf('options', 'option_groups'))
  .superRefine(amongOptions);

/** Menus that take one value. */
export const selects = [
  staticSelect,
  z.strictObject({
    type: z.literal('external_select'),
    ...menu,
    ...searched,
    initial_option: menuOption.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: first }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...conversations,
    ...respondable,
    initial_conversation: first,
  }),
  z.strictObject({ type: z.literal('channels_select'), ...menu, ...respondable, initial_channel: first }),
] as const;

/** Menus that take several values. */
export const multiSelects = [
  multiStaticSelect,
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...menu,
    ...multiple,
    ...searched,
    initial_options: firstOptions,
  }),
  z.strictObject({ type: z.literal('multi_users_select'), ...menu, ...multiple, initial_users: firstOnes }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...menu,
    ...multiple,
    ...conversations,
    initial_conversations: firstOnes,
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...menu,
    ...multiple,
    initial_channels: firstOnes,
  }),
] as const;
