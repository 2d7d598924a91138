import type { App } from '@slack/bolt';
import { onAction } from './dispatch/onAction.ts';
import { onCommand } from './dispatch/onCommand.ts';
import { onEvent } from './dispatch/onEvent.ts';
import { onOptions } from './dispatch/onOptions.ts';
import { onShortcut } from './dispatch/onShortcut.ts';
import { onView } from './dispatch/onView.ts';
import type { Switchboard } from './dispatch/Switchboard.ts';

/**
 * Connects the one table of listeners to Bolt. Every surface is acknowledged before anything else is done, errors become a
 * sentence for the person who asked, and an id that the table does not know is an error in the log, never silence. All of
 * it counts as in flight from the first moment, so that a stop waits for it.
 */
export function dispatch(app: App, switchboard: Switchboard): void {
  for (const connect of [onCommand, onAction, onView, onOptions, onShortcut, onEvent])
    connect(app, switchboard);
}
