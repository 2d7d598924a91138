import type {
  ActionHandler,
  CommandHandler,
  EventHandler,
  OptionsHandler,
  ShortcutHandler,
  ViewHandler,
} from './handlers.ts';

/** The one table: what Duly listens to, and which file answers. An action id may carry `:suffix` to stay unique in its block. */
export const listeners: {
  readonly commands: Readonly<Record<string, CommandHandler>>;
  readonly actions: Readonly<Record<string, ActionHandler>>;
  readonly views: Readonly<Record<string, ViewHandler>>;
  readonly options: Readonly<Record<string, OptionsHandler>>;
  readonly shortcuts: Readonly<Record<string, ShortcutHandler>>;
  readonly events: Readonly<Record<string, EventHandler>>;
} = {
  commands: {},
  actions: {},
  views: {},
  options: {},
  shortcuts: {},
  events: {},
};
