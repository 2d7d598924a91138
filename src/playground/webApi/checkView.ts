import { limits } from '../../../blocks/limits.ts';
import { viewSize } from '../../../blocks/viewSize.ts';
import { describeBlockError } from '../blockKit/BlockError.ts';
import { validateView } from '../blockKit/validateView.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import { invalidArguments } from './arguments.ts';
import { missingSlackFiles } from './missingSlackFiles.ts';

/** The view an app sent, if Slack would take it. @throws SlackError invalid_arguments, view_too_large */
export function checkView(slack: LocalSlack, view: unknown, type: 'modal' | 'home'): JsonObject {
  if (!isObject(view)) throw invalidArguments(['must provide an object [json-pointer:/view]']);
  if (viewSize(view) > limits.view.bytes) throw new SlackError('view_too_large');
  if (view.type !== type) throw invalidArguments([`must be a valid enum value [json-pointer:/view/type]`]);
  const errors = [...validateView(view), ...missingSlackFiles(slack, view.blocks, '/view/blocks')];
  if (errors.length > 0) throw invalidArguments(errors.map(describeBlockError));
  return view;
}
