import { authMethods } from './authMethods.ts';
import { chatMethods } from './chatMethods.ts';
import { conversationMethods } from './conversationMethods.ts';
import { fileMethods } from './fileMethods.ts';
import { functionMethods } from './functionMethods.ts';
import { historyMethods } from './historyMethods.ts';
import type { Method } from './method.ts';
import { reactionMethods } from './reactionMethods.ts';
import { scheduleMethods } from './scheduleMethods.ts';
import { userMethods } from './userMethods.ts';
import { viewMethods } from './viewMethods.ts';

/** Every Web API method there is here; any other answers `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>(
  Object.entries({
    ...authMethods,
    ...chatMethods,
    ...scheduleMethods,
    ...conversationMethods,
    ...historyMethods,
    ...userMethods,
    ...viewMethods,
    ...reactionMethods,
    ...fileMethods,
    ...functionMethods,
  }),
);
