import type { BlockAction, SlashCommand, types, ViewOutput } from '@slack/bolt';
import type { SlackMessage } from '../../blocks/message.ts';
import type { Asker } from './Asker.ts';

/** Says something that only the asker sees. */
export type Answer = (message: SlackMessage) => Promise<void>;
type ShowView = (viewId: string, view: types.View) => Promise<void>;

export interface CommandRequest extends Asker {
  readonly command: SlashCommand;
  readonly answer: Answer;
  /** the modal that was opened before anything was read */
  readonly viewId: string | undefined;
  /** opens a modal now; a trigger is used once and within three seconds */
  openLoading(title: string): Promise<string>;
  readonly showView: ShowView;
}

export interface CommandHandler {
  /** title of the modal to open before anything is read, by the words typed; undefined = none */
  opens?(text: string): string | undefined;
  run(request: CommandRequest): Promise<void>;
}

export interface ActionRequest extends Asker {
  readonly value: string;
  readonly actionId: string;
  readonly body: BlockAction;
  readonly answer: Answer;
  /** says it in place of the message that was clicked; where that is none (Home tab, modals) like `answer` */
  readonly replace: Answer;
  /** the modal opened for this click, where the handler opens one */
  readonly viewId: string | undefined;
  readonly showView: ShowView;
}

export interface ActionHandler {
  /** title of the modal that is opened (pushed, when the click comes from a modal) before anything is read */
  readonly opens?: string;
  run(request: ActionRequest): Promise<void>;
}

export interface ViewRequest extends Asker {
  readonly view: ViewOutput;
  /** the same for a submission that is delivered twice */
  readonly key: string;
  showView(view: types.View): Promise<void>;
}

/** What is wrong with a submitted form, by block id, or how to save what it says and show the result. */
export type Checked =
  | { readonly errors: Record<string, string> }
  | { save(request: ViewRequest): Promise<void> };

export interface ViewHandler {
  /** pure: reads view.state and private_metadata alone, because it runs before the acknowledgement */
  check(view: ViewOutput, now: Date): Checked;
  /** what is shown while it is saved; carries what was typed */
  saving(view: ViewOutput): types.ModalView;
  /** the form as it was submitted, to be shown again with a problem on top */
  again(view: ViewOutput): types.ModalView;
}

export interface ShortcutRequest extends Asker {
  /** the message it was used on; empty for a global shortcut */
  readonly messageText: string;
  readonly viewId: string;
  readonly showView: ShowView;
}

export interface ShortcutHandler {
  readonly opens: string;
  run(request: ShortcutRequest): Promise<void>;
}

export interface OptionsRequest extends Asker {
  readonly typed: string;
  readonly privateMetadata: string;
}

export type OptionsHandler = (request: OptionsRequest) => Promise<types.PlainTextOption[]>;

export interface EventRequest extends Omit<Asker, 'member'> {
  readonly event: object;
  readonly eventId: string;
  readonly botUserId: string;
}

export type EventHandler = (request: EventRequest) => Promise<void>;
