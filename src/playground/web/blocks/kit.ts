import type { types } from '@slack/bolt';

/** Block Kit as the playground has checked it, by Slack's own types. */
export type KnownBlock = types.KnownBlock & { readonly block_id: string };
export type TextObject = types.TextObject;
export type Confirm = types.ConfirmationDialog;
export type Button = types.Button;
export type Checkboxes = types.Checkboxes;
export type Datepicker = types.Datepicker;
export type DateTimepicker = types.DateTimepicker;
export type FeedbackButtons = types.FeedbackButtons;
export type FileInput = types.FileInput;
export type IconButton = types.IconButton;
export type ImageElement = types.ImageElement;
export type Overflow = types.Overflow;
export type RadioButtons = types.RadioButtons;
export type RichTextBlock = types.RichTextBlock;
export type RichTextInput = types.RichTextInput;
export type RichTextElement = types.RichTextElement;
export type Timepicker = types.Timepicker;
export type WorkflowButton = types.WorkflowButton;
export type Option = types.Option;
export type MenuElement = types.Select | types.MultiSelect;
export type TypedInput = types.PlainTextInput | types.NumberInput | types.EmailInput | types.URLInput;

/** Anything that may stand in a block and be used. */
export type AnyElement =
  | Button
  | Checkboxes
  | Datepicker
  | DateTimepicker
  | FeedbackButtons
  | FileInput
  | IconButton
  | ImageElement
  | MenuElement
  | Overflow
  | RadioButtons
  | RichTextInput
  | Timepicker
  | TypedInput
  | WorkflowButton;

/** The blocks of one type. */
export type BlockOf<T extends KnownBlock['type']> = Extract<KnownBlock, { type: T }>;
